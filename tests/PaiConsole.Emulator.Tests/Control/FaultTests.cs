using System.Diagnostics;
using System.Net;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Control;

public sealed class FaultTests
{
    [Fact]
    public async Task Throttling_says_when_to_come_back_and_ends_after_its_times()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Arm(cloud, new { action = "ListJobs", kind = "throttle", times = 2, delayMs = 250 });
        for (var i = 0; i < 2; i++)
        {
            var throttled = await cloud.Dlc("ListJobs");
            Assert.Equal((HttpStatusCode.TooManyRequests, "Throttling.User"), (throttled.Status, throttled.Code));
            Assert.Equal("250", throttled.Http.Headers.GetValues("x-acs-retry-after").Single());
        }

        Assert.Equal(HttpStatusCode.OK, (await cloud.Dlc("ListJobs")).Status);
    }

    [Fact]
    public async Task An_internal_error_strikes_only_its_action()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Arm(cloud, new { action = "ListJobs", kind = "error500" });
        Assert.Equal(HttpStatusCode.OK, (await cloud.Dsw("ListInstances")).Status);
        Assert.Equal("InternalError", (await cloud.Dlc("ListJobs")).Code);
        await cloud.Control(HttpMethod.Delete, "faults");
        Assert.Equal(HttpStatusCode.OK, (await cloud.Dlc("ListJobs")).Status);
    }

    [Fact]
    public async Task A_dropped_answer_did_its_work()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Arm(cloud, new { action = "CreateJob", kind = "dropAfter", times = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => cloud.Dlc("CreateJob", body: Examples.Job()));
        Assert.Equal("1", (await cloud.Dlc("ListJobs")).Text("TotalCount"));
        Assert.Equal("dropAfter", cloud.World.Requests.List("CreateJob").Single().Fault);
    }

    [Fact]
    public async Task A_truncated_page_has_fewer_items_than_it_claims()
    {
        await using var cloud = await TestCloud.StartAsync();
        for (var i = 0; i < 4; i++)
            await cloud.Dlc("CreateJob", body: Examples.Job());
        await Arm(cloud, new { action = "ListJobs", kind = "truncatePage", times = 1 });
        var page = await cloud.Dlc("ListJobs");
        Assert.Equal(("4", 2), (page.Text("TotalCount"), page.Body.GetProperty("Jobs").GetArrayLength()));
        Assert.Equal(4, (await cloud.Dlc("ListJobs")).Body.GetProperty("Jobs").GetArrayLength());
    }

    [Fact]
    public async Task Slow_answers_late_and_timeout_never_does()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Arm(cloud, new { action = "ListJobs", kind = "slow", times = 1, delayMs = 300 });
        var watch = Stopwatch.StartNew();
        Assert.Equal(HttpStatusCode.OK, (await cloud.Dlc("ListJobs")).Status);
        Assert.True(watch.ElapsedMilliseconds >= 290);
        await Arm(cloud, new { action = "ListJobs", kind = "timeout", times = 1, delayMs = 100 });
        await Assert.ThrowsAsync<HttpRequestException>(() => cloud.Dlc("ListJobs"));
    }

    [Fact]
    public async Task A_chance_is_repeatable_from_its_seed()
    {
        await using var cloud = await TestCloud.StartAsync();
        async Task<string> Run()
        {
            await cloud.Control(HttpMethod.Delete, "faults");
            await Arm(cloud, new { action = "*", kind = "error500", probability = 0.4, seed = 7 });
            List<HttpStatusCode> seen = [];
            for (var i = 0; i < 20; i++)
                seen.Add((await cloud.Dlc("ListJobs")).Status);
            return string.Join(',', seen);
        }

        var first = await Run();
        Assert.Contains("InternalServerError", first, StringComparison.Ordinal);
        Assert.Contains("OK", first, StringComparison.Ordinal);
        Assert.Equal(first, await Run());
    }

    [Fact]
    public async Task An_unknown_kind_is_refused()
    {
        await using var cloud = await TestCloud.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await cloud.Control(HttpMethod.Post, "faults", new { kind = "earthquake" })).Status);
    }

    private static async Task Arm(TestCloud cloud, object fault) => Assert.Equal(HttpStatusCode.OK, (await cloud.Control(HttpMethod.Post, "faults", fault)).Status);
}
