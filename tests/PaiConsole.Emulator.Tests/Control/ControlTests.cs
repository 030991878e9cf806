using System.Net;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Control;

public sealed class ControlTests
{
    [Fact]
    public async Task State_counts_what_exists_and_what_was_asked()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Dlc("CreateJob", body: Examples.Job());
        await cloud.Dsw("CreateInstance", body: Examples.Notebook());
        var state = await cloud.Control(HttpMethod.Get, "state");
        Assert.Equal("2", state.Text("requests"));
        Assert.Equal((1, 1), (state.Body.GetProperty("counts").GetProperty("jobs").GetInt32(), state.Body.GetProperty("counts").GetProperty("notebooks").GetInt32()));
    }

    [Fact]
    public async Task The_clock_jumps_pauses_and_runs_fast()
    {
        await using var cloud = await TestCloud.StartAsync();
        var before = (await cloud.Control(HttpMethod.Get, "clock")).Body.GetProperty("now").GetDateTimeOffset();
        Assert.Equal(before, (await cloud.Control(HttpMethod.Get, "clock")).Body.GetProperty("now").GetDateTimeOffset());
        var after = (await cloud.Control(HttpMethod.Post, "clock", new { advanceSeconds = 3600 })).Body.GetProperty("now").GetDateTimeOffset();
        Assert.Equal(TimeSpan.FromHours(1), after - before);
        await cloud.Control(HttpMethod.Post, "clock", new { speed = 100000 });
        Assert.True((await cloud.Control(HttpMethod.Get, "clock")).Body.GetProperty("now").GetDateTimeOffset() > after);
        Assert.Equal(HttpStatusCode.BadRequest, (await cloud.Control(HttpMethod.Post, "clock", new { advanceSeconds = -1 })).Status);
    }

    [Fact]
    public async Task Requests_ledger_and_reset()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = (await cloud.Dsw("CreateInstance", body: Examples.Notebook())).Text("InstanceId");
        await cloud.Dlc("ListJobs");
        cloud.Pass(100);
        var calls = (await cloud.Control(HttpMethod.Get, "requests?action=CreateInstance")).Body.GetProperty("items");
        Assert.Equal((1, "POST", 200), (calls.GetArrayLength(), calls[0].GetProperty("method").GetString(), calls[0].GetProperty("status").GetInt32()));
        var ledger = (await cloud.Control(HttpMethod.Get, "ledger?kind=notebook")).Body.GetProperty("items");
        Assert.Equal(id, ledger[0].GetProperty("id").GetString());
        Assert.False(ledger[0].TryGetProperty("to", out _));
        Assert.Equal(HttpStatusCode.NoContent, (await cloud.Control(HttpMethod.Post, "reset")).Status);
        Assert.Equal(0, (await cloud.Control(HttpMethod.Get, "state")).Body.GetProperty("counts").GetProperty("notebooks").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Control(HttpMethod.Get, "nothing")).Status);
    }
}
