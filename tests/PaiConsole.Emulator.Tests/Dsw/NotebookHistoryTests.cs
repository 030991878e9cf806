using System.Net;
using System.Text.Json;
using PaiConsole.Emulator.Tests.Demo;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dsw;

public sealed class NotebookHistoryTests
{
    [Fact]
    public async Task Every_status_is_remembered_with_its_times_session_by_session()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        cloud.Pass(600);
        await cloud.Dsw("StopInstance", new { InstanceId = id });
        cloud.Pass(3600);
        await cloud.Dsw("StartInstance", new { InstanceId = id });
        cloud.Pass(60);

        var answer = await cloud.Dsw("GetLifecycle", new { InstanceId = id, Order = "ASC" });
        Assert.Equal("2", answer.Text("TotalCount"));
        var sessions = Sessions(answer);
        Assert.Equal(["Creating", "ResourceAllocating", "EnvPreparing", "Starting", "Running", "Stopping", "Stopped"], Words(sessions[0]));
        Assert.Equal(["Starting", "Running"], Words(sessions[1]));
        Assert.All(sessions[0].Zip(sessions[0].Skip(1)), pair => Assert.Equal(pair.First.GetProperty("GmtEndTime").GetString(), pair.Second.GetProperty("GmtCreateTime").GetString()));
        Assert.Equal(600, (Time(sessions[0][4], "GmtEndTime") - Time(sessions[0][4], "GmtCreateTime")).TotalSeconds);
        Assert.False(sessions[1][^1].TryGetProperty("GmtEndTime", out _));
        Assert.Single(sessions[0].Select(s => s.GetProperty("LifecycleId").GetString()).Distinct());
        Assert.NotEqual(sessions[0][0].GetProperty("LifecycleId").GetString(), sessions[1][0].GetProperty("LifecycleId").GetString());
        Assert.Equal(["Running", "Starting"], Words(Sessions(await cloud.Dsw("GetLifecycle", new { InstanceId = id }))[0]));
    }

    [Fact]
    public async Task Sessions_are_limited_skipped_and_cut_to_a_time()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        for (var i = 0; i < 3; i++)
        {
            await cloud.Dsw("StopInstance", new { InstanceId = id });
            cloud.Pass(3600);
            await cloud.Dsw("StartInstance", new { InstanceId = id });
            cloud.Pass(3600);
        }

        var all = Sessions(await cloud.Dsw("GetLifecycle", new { InstanceId = id }));
        var second = await cloud.Dsw("GetLifecycle", new { InstanceId = id, Limit = 1, SessionNumber = 1 });
        Assert.Equal((4, "4"), (all.Count, second.Text("TotalCount")));
        Assert.Equal(all[1].Select(s => s.GetRawText()), Assert.Single(Sessions(second)).Select(s => s.GetRawText()));
        Assert.Empty(Sessions(await cloud.Dsw("GetLifecycle", new { InstanceId = id, SessionNumber = 9 })));
        var lately = Assert.Single(Sessions(await cloud.Dsw("GetLifecycle", new { InstanceId = id, StartTime = Iso(cloud.World.Now.AddMinutes(-5)) })));
        Assert.Equal(["Running"], Words(lately));
        Assert.Empty(Sessions(await cloud.Dsw("GetLifecycle", new { InstanceId = id, EndTime = "2001-01-01T00:00:00Z" })));
        Assert.Equal("ValidationError", (await cloud.Dsw("GetLifecycle", new { InstanceId = id, Limit = 0 })).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Dsw("GetLifecycle", new { InstanceId = "dsw-none" })).Status);
    }

    [Fact]
    public void A_sown_past_is_a_whole_one()
    {
        var world = DemoCloud.Sown(DemoCloud.Wednesday);
        Assert.All(world.Notebooks.All, notebook =>
        {
            var stays = notebook.History.Sessions.SelectMany(s => s.Stays).ToList();
            Assert.Equal((notebook.Created, notebook.Status, (DateTimeOffset?)null), (stays[0].From, stays[^1].Status, stays[^1].To));
            Assert.All(stays.Zip(stays.Skip(1)), pair => Assert.True(pair.First.To == pair.Second.From && pair.First.From <= pair.Second.From && pair.Second.From <= world.Now, notebook.Spec.Name));
            Assert.Equal(
                notebook.Accumulated,
                stays.Where(s => s.Status == "Running").Aggregate(TimeSpan.Zero, (sum, s) => sum + ((s.To ?? world.Now) - s.From)));
        });
        Assert.True(world.Notebooks.All.Max(n => n.History.Sessions.Count) > 4);
    }

    [Fact]
    public async Task The_system_log_tells_starts_mounts_and_idle_stops()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        await cloud.Load(id, 0, 0);
        await cloud.Cull(id, 30);
        cloud.Pass(3600);
        var lines = Lines(await cloud.Dsw("ListSystemLogs", new { InstanceId = id }));
        Assert.Contains(lines, l => l.StartsWith($"Info Pulling image {Examples.Image}", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Info Mounted d-vsqjvsjp4orp5l206u at /mnt/data", StringComparison.Ordinal));
        Assert.Contains(lines, l => l == "Warning IdleInstanceCuller: Instance was idle for more than 30 minutes.");
        Assert.Equal(Enumerable.Reverse(lines), Lines(await cloud.Dsw("ListSystemLogs", new { InstanceId = id, Order = "DESC" })));
        Assert.Single(Lines(await cloud.Dsw("ListSystemLogs", new { InstanceId = id, LogLevel = "warning" })));
        Assert.Empty(Lines(await cloud.Dsw("ListSystemLogs", new { InstanceId = id, LogLevel = "Error" })));
        Assert.Equal(["Info Instance is Stopped."], Lines(await cloud.Dsw("ListSystemLogs", new { InstanceId = id, GmtStartTime = Iso(cloud.World.Now.AddMinutes(-29).AddSeconds(1)) })));
        Assert.Empty(Lines(await cloud.Dsw("ListSystemLogs", new { InstanceId = id, GmtEndTime = "2001-01-01T00:00:00Z" })));
        Assert.Empty(Lines(await cloud.Dsw("ListSystemLogs", new { InstanceId = id, ProblemCategory = "InstanceStartFailed" })));
        var session = Sessions(await cloud.Dsw("GetLifecycle", new { InstanceId = id }))[0][0].GetProperty("LifecycleId").GetString();
        Assert.Equal(lines, Lines(await cloud.Dsw("ListSystemLogs", new { InstanceId = id, LifecycleId = session })));
        Assert.Equal("ValidationError", (await cloud.Dsw("ListSystemLogs", new { InstanceId = id, Offset = "x" })).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Dsw("ListSystemLogs", new { InstanceId = "dsw-none" })).Status);
    }

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task The_system_log_is_read_page_by_page_without_loss_while_it_grows(string order)
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        for (var i = 0; i < 40; i++)
        {
            await cloud.Dsw("StopInstance", new { InstanceId = id });
            cloud.Pass(60);
            await cloud.Dsw("StartInstance", new { InstanceId = id });
            cloud.Pass(60);
        }

        // Until a fixed time, so that what comes later does not belong to it.
        var until = Iso(cloud.World.Now);
        cloud.Pass(1);
        List<string> read = [];
        string? offset = null;
        do
        {
            var page = await cloud.Dsw("ListSystemLogs", new { InstanceId = id, Order = order, GmtEndTime = until, Offset = offset });
            read.AddRange(Lines(page));
            offset = page.Text("Offset");
            await cloud.Dsw("StopInstance", new { InstanceId = id });
            cloud.Pass(60);
        }
        while (!string.IsNullOrEmpty(offset));
        Assert.Equal(7 + 40 * 5, read.Count);
        Assert.Equal(40, read.Count(l => l == "Info Stopping the instance."));
    }

    [Fact]
    public async Task Without_an_instance_the_system_log_tells_of_all_and_of_failures()
    {
        await using var cloud = await DemoCloud.StartAsync();
        var failed = await cloud.Dsw("ListSystemLogs", new { LogLevel = "Error", ProblemCategory = "InstanceStartFailed" });
        Assert.Contains("MountDatasetFailed", Assert.Single(Lines(failed)), StringComparison.Ordinal);
        Assert.Equal(100, Lines(await cloud.Dsw("ListSystemLogs")).Count);
        Assert.Equal("ValidationError", (await cloud.Dsw("ListSystemLogs", new { ProblemCategory = "Weather" })).Code);
    }

    private static List<JsonElement[]> Sessions(Answer answer) => [.. answer.Body.GetProperty("Lifecycle").EnumerateArray().Select(s => s.EnumerateArray().ToArray())];

    private static IEnumerable<string> Words(IEnumerable<JsonElement> session) => session.Select(s => s.GetProperty("Status").GetString()!);

    private static List<string> Lines(Answer answer) =>
        [.. answer.Body.GetProperty("SystemLogs").EnumerateArray().Select(l => $"{l.GetProperty("Level").GetString()} {l.GetProperty("Content").GetString()}")];

    private static DateTimeOffset Time(JsonElement stay, string field) => stay.GetProperty(field).GetDateTimeOffset();

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
