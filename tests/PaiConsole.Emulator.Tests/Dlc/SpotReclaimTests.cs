using System.Globalization;
using System.Net;
using System.Text.Json;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dlc;

/// <summary>What a client sees of a machine that is taken: notice, loss, restart or end, and what was paid.</summary>
public sealed class SpotReclaimTests
{
    private const int Ready = 47;
    private static readonly object Spot = new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.5 };
    private static readonly object Restarts = new { ElasticSpotJobMaxRestartTimes = 3 };

    [Fact]
    public async Task A_notice_shows_on_job_pod_and_events_until_the_machine_goes()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Restarts);
        cloud.Pass(Ready + 60);
        Assert.Equal(HttpStatusCode.OK, (await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim", new { warnSeconds = 300 })).Status);
        cloud.Pass(1);
        var warned = await Get(cloud, id);
        Assert.Equal(("Running", "SpotReclaiming"), (warned.Text("Status"), warned.Text("SubStatus")));
        Assert.Equal(["SpotReclaiming", "Normal"], Pods(warned).Select(p => p.GetProperty("SubStatus").GetString()));
        Assert.Contains(await Events(cloud, "GetJobEvents", new { JobId = id }), e => e.Contains("SpotReclaimWarning", StringComparison.Ordinal) && e.Contains(id + "-master-0", StringComparison.Ordinal));
        Assert.Contains(await Events(cloud, "GetPodEvents", new { JobId = id, PodId = id + "-master-0" }), e => e.Contains("SpotReclaimWarning", StringComparison.Ordinal));
        Assert.DoesNotContain(await Events(cloud, "GetPodEvents", new { JobId = id, PodId = id + "-worker-0" }), e => e.Contains("SpotReclaim", StringComparison.Ordinal));
        cloud.Pass(298);
        Assert.Equal("Running", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(1);
        var lost = await Get(cloud, id);
        Assert.Equal(("Restarting", "Restarting", "SpotReclaimed", "1/3"), (lost.Text("Status"), lost.Text("SubStatus"), lost.Text("ReasonCode"), lost.Text("RestartTimes")));
    }

    [Fact]
    public async Task A_plan_takes_the_machine_at_its_seconds_of_running_and_the_cloud_restarts()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Restarts);
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim", new { atRunSeconds = new[] { 600, 1500 } });
        cloud.Pass(4 * 3600);
        var job = await Get(cloud, id);
        Assert.Equal(("Succeeded", "2/3"), (job.Text("Status"), job.Text("RestartTimes")));
        Assert.Equal(
            ["Creating", "Queuing", "EnvPreparing", "Running", "Restarting", "Queuing", "EnvPreparing", "Running", "Restarting", "Queuing", "EnvPreparing", "Running", "Succeeded"],
            job.Body.GetProperty("StatusHistory").EnumerateArray().Select(h => h.GetProperty("Status").GetString()));
        var records = job.Body.GetProperty("RestartRecord").EnumerateArray().ToArray();
        Assert.Equal([("SpotReclaimed", "Succeeded", 1L, 50L), ("SpotReclaimed", "Succeeded", 2L, 50L)], records.Select(r => (
            r.GetProperty("Reason").GetString()!, r.GetProperty("RestartStatus").GetString()!, r.GetProperty("JobRestartCount").GetInt64(), r.GetProperty("RestartDurationInSec").GetInt64())));
        Assert.Equal(2, Pods(job)[0].GetProperty("HistoryPods").GetArrayLength());
        Assert.All(Pods(job)[0].GetProperty("HistoryPods").EnumerateArray(), p => Assert.Equal("SpotReclaimed", p.GetProperty("SubStatus").GetString()));
        Assert.Equal([600, 900, 3600], cloud.World.Ledger.Intervals("job").Select(i => (i.To!.Value - i.From).TotalSeconds));
        var told = (await Events(cloud, "GetJobEvents", new { JobId = id })).Where(e => e.Contains("SpotReclaimWarning", StringComparison.Ordinal)).Select(Time).ToArray();
        var taken = records.Select(r => DateTimeOffset.Parse(r.GetProperty("OccurTime").GetString()!, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(taken.Select(t => t.AddSeconds(-300)), told);
    }

    [Fact]
    public async Task Without_a_setting_that_asks_for_restarts_the_job_fails_as_documented()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, null);
        cloud.Pass(Ready + 60);
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim");
        var job = await Get(cloud, id);
        Assert.Equal(("Failed", "SpotReclaimed"), (job.Text("Status"), job.Text("ReasonCode")));
        Assert.Contains("not restarted", job.Text("ReasonMessage"), StringComparison.Ordinal);
        Assert.Null(job.Text("RestartRecord"));
        Assert.Equal("0/10", job.Text("RestartTimes"));
    }

    [Fact]
    public async Task The_other_reading_ends_it_in_Stopped_with_the_same_reason()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, null);
        cloud.Pass(Ready + 60);
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim", new { withoutRestart = "Stopped" });
        Assert.Equal("Stopping", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(10);
        var job = await Get(cloud, id);
        Assert.Equal(("Stopped", "SpotReclaimed"), (job.Text("Status"), job.Text("ReasonCode")));
    }

    [Fact]
    public async Task When_no_restart_is_left_it_fails()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, new { ElasticSpotJobMaxRestartTimes = 1 });
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim", new { atRunSeconds = new[] { 100, 200 }, warnSeconds = 0 });
        cloud.Pass(3600);
        var job = await Get(cloud, id);
        Assert.Equal(("Failed", "1/1"), (job.Text("Status"), job.Text("RestartTimes")));
        Assert.Single(job.Body.GetProperty("RestartRecord").EnumerateArray());
        Assert.DoesNotContain(await Events(cloud, "GetJobEvents", new { JobId = id }), e => e.Contains("Warning", StringComparison.Ordinal) && e.Contains("SpotReclaimWarning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_ends_before_its_notice_runs_out_is_not_touched()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Restarts);
        cloud.Pass(Ready + 3500);
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim", new { warnSeconds = 300 });
        cloud.Pass(600);
        var job = await Get(cloud, id);
        Assert.Equal(("Succeeded", "", "0/3"), (job.Text("Status"), job.Text("SubStatus"), job.Text("RestartTimes")));
    }

    [Fact]
    public async Task The_ledger_tells_all_that_a_sum_of_the_cost_needs()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Restarts);
        var other = await Create(cloud, Restarts);
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim", new { atRunSeconds = new[] { 600 } });
        cloud.Pass(3 * 3600);
        var items = (await cloud.Control(HttpMethod.Get, $"ledger?kind=job&id={id}")).Body.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal([600, 3600], items.Select(i => i.GetProperty("seconds").GetDouble()));
        Assert.Equal([1200, 7200], items.Select(i => i.GetProperty("gpuSeconds").GetDouble()));
        Assert.All(items, i => Assert.InRange(i.GetProperty("pricePerHour").GetDouble() * i.GetProperty("spotFactor").GetDouble(), 0.5, 10));
        Assert.Equal(HttpStatusCode.Conflict, (await cloud.Control(HttpMethod.Post, $"jobs/{other}/reclaim")).Status);
    }

    [Theory]
    [InlineData(90, "Running")]
    [InlineData(10, "Queuing")]
    public async Task Of_candidates_the_cheapest_is_taken_and_their_limit_is_in_percent(double percent, string status)
    {
        await using var cloud = await TestCloud.StartAsync();
        var body = Examples.Job(settings: Restarts);
        string[] types = ["ecs.gn7i-c32g1.32xlarge", Examples.Sku];
        body["JobSpecs"] = new[]
        {
            new { Type = "Worker", Examples.Image, PodCount = 1, ElasticSpotSpecs = types.Select(t => new { InstanceType = t, SpotStrategy = "LowestPrice", SpotDiscountLimit = percent }) },
        };
        var id = (await cloud.Dlc("CreateJob", body: body)).Text("JobId")!;
        cloud.Pass(Ready + 10);
        var job = await Get(cloud, id);
        Assert.Equal(status, job.Text("Status"));
        Assert.Equal(Examples.Sku, job.Body.GetProperty("JobReplicaStatuses")[0].GetProperty("CurrentSpotInstanceType").GetString());
        Assert.All(cloud.World.Ledger.Intervals("job"), i => Assert.Equal((Examples.Sku, true), (i.Sku, i.SpotFactor < 1)));
        body["JobSpecs"] = new[] { new { Type = "Worker", Examples.Image, PodCount = 1, ElasticSpotSpecs = new[] { new { InstanceType = "ecs.nope" } } } };
        Assert.Contains("ecs.nope", (await cloud.Dlc("CreateJob", body: body)).Text("Message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var cloud = await TestCloud.StartAsync();
        var spot = await Create(cloud, Restarts);
        var fixedPrice = (await cloud.Dlc("CreateJob", body: Examples.Job())).Text("JobId");
        cloud.Pass(Ready + 1);
        async Task<HttpStatusCode> Reclaim(string? id, object body) => (await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim", body)).Status;
        Assert.Equal(HttpStatusCode.BadRequest, await Reclaim(fixedPrice, new { }));
        Assert.Equal(HttpStatusCode.BadRequest, await Reclaim(spot, new { warnSeconds = -1 }));
        Assert.Equal(HttpStatusCode.BadRequest, await Reclaim(spot, new { withoutRestart = "Lost" }));
        Assert.Equal(HttpStatusCode.NotFound, await Reclaim(spot, new { pod = "nobody" }));
        Assert.Equal(HttpStatusCode.NotFound, await Reclaim("dlcnone", new { }));
    }

    private static async Task<string> Create(TestCloud cloud, object? settings) =>
        (await cloud.Dlc("CreateJob", body: Examples.Job(spot: Spot, settings: settings, envs: new() { ["PAI_EMULATOR_RUN_SECONDS"] = "3600" }))).Text("JobId")!;

    private static Task<Answer> Get(TestCloud cloud, string id) => cloud.Dlc("GetJob", new { JobId = id });

    private static JsonElement[] Pods(Answer job) => [.. job.Body.GetProperty("Pods").EnumerateArray()];

    private static async Task<string[]> Events(TestCloud cloud, string operation, object query) =>
        [.. (await cloud.Dlc(operation, query)).Body.GetProperty("Events").EnumerateArray().Select(e => e.GetString()!)];

    private static DateTimeOffset Time(string happening) => DateTimeOffset.Parse(happening[..happening.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
}
