using System.Net;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Eas;

public sealed class ServiceLifecycleTests
{
    [Fact]
    public async Task A_service_goes_through_creating_and_waiting_to_running()
    {
        await using var cloud = await TestCloud.StartAsync();
        var created = await cloud.Eas("CreateService", new { WorkspaceId = "268" }, EasExamples.Vllm(instance: 2));
        Assert.Equal("Creating", created.Text("Status"));
        Assert.StartsWith("eas-m-", created.Text("ServiceId"), StringComparison.Ordinal);
        Assert.EndsWith("/api/predict/qwen3_8b", created.Text("InternetEndpoint"), StringComparison.Ordinal);
        cloud.Pass(10);
        var waiting = await cloud.Service("qwen3_8b");
        Assert.Equal("Waiting", waiting.Text("Status"));
        Assert.Equal("0", waiting.Text("RunningInstance"));
        Assert.Equal("2", waiting.Text("PendingInstance"));
        cloud.Pass(150);
        var running = await cloud.Service("qwen3_8b");
        Assert.Equal("Running", running.Text("Status"));
        Assert.Equal("RUNNING", running.Text("Reason"));
        Assert.Equal("2", running.Text("RunningInstance"));
        var instances = await cloud.Eas("ListServiceInstances", EasExamples.Of("qwen3_8b"));
        Assert.Equal("2", instances.Text("TotalCount"));
        Assert.Equal(EasExamples.Sku, instances.Body.GetProperty("Instances")[0].GetProperty("InstanceType").GetString());
    }

    [Fact]
    public async Task Stop_start_restart_and_delete_move_as_asked()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm());
        await cloud.Eas("StopService", EasExamples.Of("qwen3_8b"));
        Assert.Equal("Stopping", await cloud.Status("qwen3_8b"));
        cloud.Pass(20);
        Assert.Equal("Stopped", await cloud.Status("qwen3_8b"));
        Assert.Equal("InvalidStatus", (await cloud.Eas("RestartService", EasExamples.Of("qwen3_8b"))).Code);
        await cloud.Eas("StartService", EasExamples.Of("qwen3_8b"));
        Assert.Equal("Starting", await cloud.Status("qwen3_8b"));
        cloud.Pass(200);
        Assert.Equal("Running", await cloud.Status("qwen3_8b"));
        await cloud.Eas("RestartService", EasExamples.Of("qwen3_8b"));
        Assert.Equal("1", (await cloud.Service("qwen3_8b")).Text("RunningInstance"));
        cloud.Pass(200);
        Assert.Equal("Running", await cloud.Status("qwen3_8b"));
        await cloud.Eas("DeleteService", EasExamples.Of("qwen3_8b"));
        Assert.Equal("Deleting", await cloud.Status("qwen3_8b"));
        cloud.Pass(20);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Service("qwen3_8b")).Status);
        Assert.Equal("Service.NotFound", (await cloud.Service("qwen3_8b")).Code);
    }

    [Fact]
    public async Task An_update_merges_deeply_makes_a_version_and_serves_all_the_while()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm());
        await cloud.Eas("UpdateService", EasExamples.Of("qwen3_8b"), new { metadata = new { disk = "200Gi" }, labels = new { stage = "prod" } });
        var updating = await cloud.Service("qwen3_8b");
        Assert.Equal("Updating", updating.Text("Status"));
        Assert.Equal("1", updating.Text("CurrentVersion"));
        Assert.Equal("2", updating.Text("LatestVersion"));
        Assert.Equal("1", updating.Text("RunningInstance"));
        Assert.Equal("2", (await cloud.Eas("ListServiceInstances", EasExamples.Of("qwen3_8b"))).Text("TotalCount"));
        cloud.Pass(200);
        var updated = await cloud.Service("qwen3_8b");
        Assert.Equal("Running", updated.Text("Status"));
        Assert.Equal("2", updated.Text("CurrentVersion"));
        var config = System.Text.Json.JsonDocument.Parse(updated.Text("ServiceConfig")!).RootElement;
        Assert.Equal("200Gi", config.GetProperty("metadata").GetProperty("disk").GetString());
        Assert.Equal("268", config.GetProperty("metadata").GetProperty("workspace_id").GetString());
        Assert.Equal(2, config.GetProperty("labels").EnumerateObject().Count());
        Assert.Equal("1", (await cloud.Eas("ListServiceInstances", EasExamples.Of("qwen3_8b"))).Text("TotalCount"));
    }

    [Fact]
    public async Task Replace_forgets_what_is_not_sent()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm());
        var document = EasExamples.Vllm();
        document.Remove("labels");
        await cloud.Eas("UpdateService", EasExamples.Of("qwen3_8b", ("UpdateType", "replace")), document);
        Assert.DoesNotContain("team", (await cloud.Service("qwen3_8b")).Text("ServiceConfig")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_number_of_instances_scales_without_a_new_version()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm());
        await cloud.Eas("UpdateService", EasExamples.Of("qwen3_8b"), new { metadata = new { instance = 3 } });
        Assert.Equal("Scaling", await cloud.Status("qwen3_8b"));
        cloud.Pass(200);
        var scaled = await cloud.Service("qwen3_8b");
        Assert.Equal("3", scaled.Text("RunningInstance"));
        Assert.Equal("1", scaled.Text("LatestVersion"));
        var doomed = (await cloud.Eas("ListServiceInstances", EasExamples.Of("qwen3_8b"))).Body.GetProperty("Instances")[2].GetProperty("InstanceName").GetString()!;
        await cloud.Eas("ScaleService", EasExamples.Of("qwen3_8b"), new { Instance = 2, InstancesToDelete = new[] { doomed } });
        cloud.Pass(30);
        var left = await cloud.Eas("ListServiceInstances", EasExamples.Of("qwen3_8b"));
        Assert.Equal("2", left.Text("TotalCount"));
        Assert.DoesNotContain(doomed, left.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_image_fails_the_service_and_says_why_and_a_failed_update_leaves_the_old_version_serving()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm("bad", tag: "missing"));
        var failed = await cloud.Service("bad");
        Assert.Equal("Failed", failed.Text("Status"));
        Assert.Equal("ImagePullFailed", failed.Text("Reason"));
        Assert.Contains("manifest unknown", failed.Text("Message")!, StringComparison.Ordinal);
        Assert.Contains("BackOff", (await cloud.Eas("DescribeServiceEvent", EasExamples.Of("bad", ("EventType", "Warning")))).Body.ToString(), StringComparison.Ordinal);

        await cloud.Running(EasExamples.Vllm("good"));
        await cloud.Eas("UpdateService", EasExamples.Of("good"), new { containers = new[] { new { image = "x/y:missing", port = 8000 } } });
        cloud.Pass(200);
        var halfway = await cloud.Service("good");
        Assert.Equal("Failed", halfway.Text("Status"));
        Assert.Equal("1", halfway.Text("RunningInstance"));
        Assert.Equal("1", halfway.Text("CurrentVersion"));
    }

    [Fact]
    public async Task The_ledger_says_what_ran()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm(instance: 1));
        await cloud.Eas("ScaleService", EasExamples.Of("qwen3_8b"), new { Instance = 3 });
        cloud.Pass(300);
        await cloud.Eas("StopService", EasExamples.Of("qwen3_8b"));
        var intervals = cloud.World.Ledger.Intervals("service");
        Assert.Equal([1, 3], intervals.Select(i => i.Replicas));
        Assert.Equal(intervals[0].To, intervals[1].From);
        Assert.All(intervals, i => Assert.Equal(EasExamples.Sku, i.Sku));
        Assert.NotNull(intervals[1].To);
    }

    [Fact]
    public async Task Spot_instances_cost_less_and_a_bid_below_the_market_waits()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm("rich", spot: 9));
        Assert.Equal("True", (await cloud.Eas("ListServiceInstances", EasExamples.Of("rich"))).Body.GetProperty("Instances")[0].GetProperty("IsSpot").ToString());
        Assert.True(cloud.World.Ledger.Intervals("service").Single().SpotFactor < 0.5);
        await cloud.Running(EasExamples.Vllm("poor", spot: 0.01));
        Assert.Equal("Waiting", await cloud.Status("poor"));
    }
}
