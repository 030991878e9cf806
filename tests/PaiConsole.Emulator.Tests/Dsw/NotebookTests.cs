using System.Net;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dsw;

public sealed class NotebookTests
{
    [Fact]
    public async Task A_new_notebook_reaches_Running_in_about_ninety_seconds_through_every_status()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        List<string> seen = [];
        for (var second = 0; second <= 100; second += 5)
        {
            seen.Add((await Get(cloud, id)).Text("Status")!);
            cloud.Pass(5);
        }

        Assert.Equal(["Creating", "ResourceAllocating", "EnvPreparing", "Starting", "Running"], seen.Distinct());
        Assert.Equal(18, seen.IndexOf("Running"));
    }

    [Fact]
    public async Task Running_time_grows_only_while_it_runs_and_the_ledger_agrees()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(90 + 3600);
        Assert.Equal("3600000", (await Get(cloud, id)).Text("AccumulatedRunningTimeInMs"));
        Assert.Equal(HttpStatusCode.OK, (await cloud.Dsw("StopInstance", new { InstanceId = id })).Status);
        Assert.Equal("Stopping", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(15);
        Assert.Equal("Stopped", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(86400);
        Assert.Equal("3600000", (await Get(cloud, id)).Text("AccumulatedRunningTimeInMs"));
        var interval = Assert.Single(cloud.World.Ledger.Intervals("notebook"));
        Assert.Equal(TimeSpan.FromHours(1), interval.To - interval.From);
        Assert.Equal((id, Examples.Sku, 1, 1.0), (interval.Id, interval.Sku, interval.Replicas, interval.SpotFactor));
    }

    [Fact]
    public async Task A_stopped_notebook_starts_updates_and_is_deleted_but_a_running_one_is_not()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(90);
        Assert.Equal("ValidationError", (await cloud.Dsw("DeleteInstance", new { InstanceId = id })).Code);
        Assert.Equal("ValidationError", (await cloud.Dsw("StartInstance", new { InstanceId = id })).Code);
        Assert.Equal("ValidationError", (await cloud.Dsw("UpdateInstance", new { InstanceId = id }, new { EcsSpec = "ecs.g7.large" })).Code);
        Assert.Equal(HttpStatusCode.OK, (await cloud.Dsw("UpdateInstance", new { InstanceId = id }, new { InstanceName = "renamed" })).Status);
        await cloud.Dsw("StopInstance", new { InstanceId = id });
        cloud.Pass(15);
        Assert.Equal("ValidationError", (await cloud.Dsw("StopInstance", new { InstanceId = id })).Code);
        await cloud.Dsw("UpdateInstance", new { InstanceId = id }, new { EcsSpec = "ecs.g7.large", StartInstance = true });
        Assert.Equal("Updating", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(25);
        var running = await Get(cloud, id);
        Assert.Equal(("Running", "ecs.g7.large", "CPU", "renamed"), (running.Text("Status"), running.Text("EcsSpec"), running.Text("AcceleratorType"), running.Text("InstanceName")));
        await cloud.Dsw("StopInstance", new { InstanceId = id });
        cloud.Pass(15);
        await cloud.Dsw("DeleteInstance", new { InstanceId = id });
        Assert.Equal("Deleting", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(5);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(cloud, id)).Status);
    }

    [Fact]
    public async Task Stopping_with_SaveImage_saves_first()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(90);
        await cloud.Dsw("StopInstance", new { InstanceId = id, SaveImage = true });
        Assert.Equal("Saving", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(77);
        Assert.Equal("Stopped", (await Get(cloud, id)).Text("Status"));
    }

    [Fact]
    public async Task The_idle_culler_stops_after_the_idle_minutes_and_not_before()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(90);
        await cloud.Control(HttpMethod.Post, $"notebooks/{id}/load", new { cpuPercent = 1, gpuPercent = 0 });
        await cloud.Dsw("CreateIdleInstanceCuller", new { InstanceId = id }, new { CpuPercentThreshold = 20, GpuPercentThreshold = 10, MaxIdleTimeInMinutes = 60 });
        cloud.Pass(60 * 60);
        var culler = await cloud.Dsw("GetIdleInstanceCuller", new { InstanceId = id });
        Assert.Equal("60", culler.Text("IdleTimeInMinutes"));
        Assert.Equal("Running", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(60);
        Assert.Equal("Stopping", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(15);
        var stopped = await Get(cloud, id);
        Assert.Equal("Stopped", stopped.Text("Status"));
        Assert.Equal(0, stopped.Body.GetProperty("IdleInstanceCuller").GetProperty("IdleTimeInMinutes").GetInt32());
    }

    [Fact]
    public async Task A_busy_GPU_or_a_removed_rule_keeps_it_running()
    {
        await using var cloud = await TestCloud.StartAsync();
        var busy = await Create(cloud);
        var free = await Create(cloud);
        cloud.Pass(90);
        await cloud.Control(HttpMethod.Post, $"notebooks/{busy}/load", new { cpuPercent = 1, gpuPercent = 70 });
        await cloud.Control(HttpMethod.Post, $"notebooks/{free}/load", new { cpuPercent = 1, gpuPercent = 0 });
        foreach (var id in (string[])[busy, free])
            await cloud.Dsw("CreateIdleInstanceCuller", new { InstanceId = id }, new { CpuPercentThreshold = 20, GpuPercentThreshold = 10, MaxIdleTimeInMinutes = 30 });
        await cloud.Dsw("DeleteIdleInstanceCuller", new { InstanceId = free });
        cloud.Pass(7200);
        Assert.Equal("Running", (await Get(cloud, busy)).Text("Status"));
        Assert.Equal("Running", (await Get(cloud, free)).Text("Status"));
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Dsw("GetIdleInstanceCuller", new { InstanceId = free })).Status);
    }

    [Fact]
    public async Task The_shutdown_timer_fires_once_and_can_be_taken_back()
    {
        await using var cloud = await TestCloud.StartAsync();
        var stops = await Create(cloud);
        var stays = await Create(cloud);
        cloud.Pass(90);
        foreach (var id in (string[])[stops, stays])
            await cloud.Dsw("CreateInstanceShutdownTimer", new { InstanceId = id }, new { RemainingTimeInMs = 600_000 });
        await cloud.Dsw("DeleteInstanceShutdownTimer", new { InstanceId = stays });
        cloud.Pass(599);
        Assert.Equal("1000", (await cloud.Dsw("GetInstanceShutdownTimer", new { InstanceId = stops })).Text("RemainingTimeInMs"));
        cloud.Pass(16);
        Assert.Equal("Stopped", (await Get(cloud, stops)).Text("Status"));
        Assert.Equal("Running", (await Get(cloud, stays)).Text("Status"));
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Dsw("GetInstanceShutdownTimer", new { InstanceId = stops })).Status);
        Assert.Equal("ValidationError", (await cloud.Dsw("CreateInstanceShutdownTimer", new { InstanceId = stays }, new { RemainingTimeInMs = 1, DueTime = "2030-01-01T00:00:00Z" })).Code);
    }

    [Theory]
    [InlineData("has-dash")]
    [InlineData("this_name_is_longer_than_27_letters")]
    [InlineData("")]
    public async Task Bad_names_are_refused(string name)
    {
        await using var cloud = await TestCloud.StartAsync();
        Assert.Equal("ValidationError", (await cloud.Dsw("CreateInstance", body: Examples.Notebook(name))).Code);
    }

    [Fact]
    public async Task Instances_are_filtered_sorted_and_paged()
    {
        await using var cloud = await TestCloud.StartAsync();
        for (var i = 0; i < 25; i++)
        {
            await Create(cloud, $"n_{i:00}", i % 5 == 0 ? "ecs.g7.large" : Examples.Sku);
            cloud.Pass(1);
        }

        var first = await cloud.Dsw("ListInstances");
        Assert.Equal("25", first.Text("TotalCount"));
        Assert.Equal(["n_24", "n_23"], Names(first).Take(2));
        Assert.Equal(10, Names(first).Count);
        Assert.Equal(["n_20"], Names(await cloud.Dsw("ListInstances", new { PageNumber = 6, PageSize = 4, SortBy = "InstanceName", Order = "ASC" })).Take(1));
        Assert.Equal("5", (await cloud.Dsw("ListInstances", new { AcceleratorType = "CPU" })).Text("TotalCount"));
        Assert.Equal("20", (await cloud.Dsw("ListInstances", new { MinGpu = 1000, MaxGpu = 1000 })).Text("TotalCount"));
        Assert.Equal("25", (await cloud.Dsw("ListInstances", new { Labels = "{\"team\":\"nlp\"}" })).Text("TotalCount"));
        Assert.Equal("0", (await cloud.Dsw("ListInstances", new { Tag = "[{\"Key\":\"team\",\"Value\":\"nlp\"}]" })).Text("TotalCount"));
        Assert.Equal("1", (await cloud.Dsw("ListInstances", new { InstanceName = "n_07" })).Text("TotalCount"));
    }

    [Fact]
    public async Task Metrics_follow_the_load_and_have_a_gap_where_it_did_not_run()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(90);
        await cloud.Control(HttpMethod.Post, $"notebooks/{id}/load", new { cpuPercent = 33, gpuPercent = 44 });
        cloud.Pass(1800);
        await cloud.Dsw("StopInstance", new { InstanceId = id });
        cloud.Pass(1800);
        var metrics = await cloud.Dsw("GetInstanceMetrics", new { InstanceId = id, MetricType = "GpuCoreUsage", TimeStep = "1m" });
        var points = metrics.Body.GetProperty("PodMetrics")[0].GetProperty("Metrics").EnumerateArray().ToArray();
        Assert.InRange(points.Length, 28, 31);
        Assert.All(points, p => Assert.Equal(44, p.GetProperty("Value").GetDouble()));
        var again = await cloud.Dsw("GetInstanceMetrics", new { InstanceId = id, MetricType = "NetworkInputRate", TimeStep = "1m" });
        Assert.Equal(
            again.Body.GetProperty("PodMetrics").GetRawText(),
            (await cloud.Dsw("GetInstanceMetrics", new { InstanceId = id, MetricType = "NetworkInputRate", TimeStep = "1m" })).Body.GetProperty("PodMetrics").GetRawText());
    }

    [Fact]
    public async Task Events_tell_the_story()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(90);
        var events = await cloud.Dsw("GetInstanceEvents", new { InstanceId = id, Reverse = true, MaxEventsNum = 2 });
        Assert.Equal("5", events.Text("TotalCount"));
        Assert.Contains("Running", events.Body.GetProperty("Events")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(2, events.Body.GetProperty("Events").GetArrayLength());
    }

    [Fact]
    public async Task Instance_types_carry_a_price_where_one_is_known()
    {
        await using var cloud = await TestCloud.StartAsync();
        var specs = await cloud.Dsw("ListEcsSpecs", new { AcceleratorType = "GPU", PageSize = 1000 });
        var a10 = specs.Body.GetProperty("EcsSpecs").EnumerateArray().First(s => s.GetProperty("InstanceType").GetString() == Examples.Sku);
        Assert.Equal((9.5326, "CNY", "A10", 1), (a10.GetProperty("Price").GetDouble(), a10.GetProperty("Currency").GetString(), a10.GetProperty("GPUType").GetString(), a10.GetProperty("GPU").GetInt32()));
        Assert.Contains(specs.Body.GetProperty("EcsSpecs").EnumerateArray(), s => !s.TryGetProperty("Price", out _));
        Assert.Equal("ValidationError", (await cloud.Dsw("ListEcsSpecs")).Code);
    }

    private static async Task<string> Create(TestCloud cloud, string name = "exp_nlp", string sku = Examples.Sku) =>
        (await cloud.Dsw("CreateInstance", body: Examples.Notebook(name, sku))).Text("InstanceId")!;

    private static Task<Answer> Get(TestCloud cloud, string id) => cloud.Dsw("GetInstance", new { InstanceId = id });

    private static List<string> Names(Answer list) => [.. list.Body.GetProperty("Instances").EnumerateArray().Select(i => i.GetProperty("InstanceName").GetString()!)];
}
