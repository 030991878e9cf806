using PaiConsole.Cloud.Dsw;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.ConsoleClient;

public sealed class DswClientTests
{
    [Fact]
    public async Task Every_call_arrives_and_every_answer_is_read_whole()
    {
        await using var client = await ClientUnderTest.StartAsync(Product.Dsw);
        var (api, ct) = (client.Get<IDswApi>(), ClientUnderTest.Ct);

        Assert.NotEmpty((await client.Whole(api.ListEcsSpecsAsync(new() { AcceleratorType = "GPU", PageSize = 50 }, ct))).EcsSpecs!);
        CreateInstanceRequest request = new()
        {
            InstanceName = "exp_console",
            WorkspaceId = "268",
            EcsSpec = Examples.Sku,
            ImageUrl = Examples.Image,
            Accessibility = "PRIVATE",
            CloudDisks = [new() { SubType = "rootfs", Capacity = "100Gi" }],
            Datasets = [new() { Uri = "oss://bucket.oss-cn-shanghai-internal.aliyuncs.com/数据/", MountPath = "/mnt/data", MountAccess = "RW" }],
            EnvironmentVariables = new Dictionary<string, string> { ["HF_HOME"] = "/mnt/模型" },
            Labels = [new() { Key = "team", Value = "nlp" }],
            SpotSpec = new() { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = "0.5" },
        };
        var id = (await client.Whole(api.CreateInstanceAsync(request, ct))).InstanceId!;
        client.Cloud.Pass(120);
        await client.Whole(api.CreateIdleInstanceCullerAsync(id, new() { CpuPercentThreshold = 20, GpuPercentThreshold = 10, MaxIdleTimeInMinutes = 600 }, ct));
        Assert.Equal(600, (await client.Whole(api.GetIdleInstanceCullerAsync(id, ct))).MaxIdleTimeInMinutes);
        var due = client.Cloud.World.Now.AddHours(8);
        await client.Whole(api.CreateInstanceShutdownTimerAsync(id, new() { DueTime = due }, ct));
        Assert.Equal(due.ToUnixTimeSeconds(), (await client.Whole(api.GetInstanceShutdownTimerAsync(id, ct))).DueTime?.ToUnixTimeSeconds());
        var notebook = await client.Whole(api.GetInstanceAsync(id, ct));
        Assert.Equal(("Running", "/mnt/模型"), (notebook.Status, notebook.EnvironmentVariables!["HF_HOME"]));
        var listed = await client.Whole(api.ListInstancesAsync(new() { Labels = new Dictionary<string, string> { ["team"] = "nlp" }, CreateTimeAfter = client.Cloud.World.Now.AddDays(-1), PageSize = 10 }, ct));
        Assert.Equal(id, Assert.Single(listed.Instances!).InstanceId);
        await client.Whole(api.DeleteIdleInstanceCullerAsync(id, ct));
        await client.Whole(api.DeleteInstanceShutdownTimerAsync(id, ct));
        var from = client.Cloud.World.Now.AddDays(-1);
        Assert.NotEmpty((await client.Whole(api.GetInstanceMetricsAsync(id, new() { MetricType = "GpuCoreUsage", StartTime = from, TimeStep = "15m" }, ct))).PodMetrics!);
        Assert.NotEmpty((await client.Whole(api.GetInstanceEventsAsync(id, new() { StartTime = from, MaxEventsNum = 50, Reverse = true }, ct))).Events!);
        await Newer(client, api, id, ct);
        await client.Whole(api.StopInstanceAsync(id, false, ct));
        client.Cloud.Pass(60);
        await client.Whole(api.UpdateInstanceAsync(id, new() { EcsSpec = "ecs.g7.large", DisassociateSpot = true }, ct));
        client.Cloud.Pass(60);
        await client.Whole(api.StartInstanceAsync(id, ct));
        client.Cloud.Pass(120);
        await client.Whole(api.StopInstanceAsync(id, true, ct));
        client.Cloud.Pass(300);
        Assert.Equal(("Stopped", "ecs.g7.large"), (await client.Whole(api.GetInstanceAsync(id, ct))) is var stopped ? (stopped.Status, stopped.EcsSpec) : default);
        await client.Whole(api.DeleteInstanceAsync(id, ct));
        await Batches(client, api, request, ct);
        client.AssertAllCalled<IDswApi>();
    }

    /// <summary>History, policies, snapshots, labels and a token of a running instance.</summary>
    private static async Task Newer(ClientUnderTest client, IDswApi api, string id, CancellationToken ct)
    {
        var lifecycle = await client.Whole(api.GetLifecycleAsync(id, new() { Order = "ASC", Limit = 5, StartTime = client.Cloud.World.Now.AddDays(-1) }, ct));
        Assert.Equal("Running", Assert.Single(lifecycle.Lifecycle!)[^1].Status);
        var logs = await client.Whole(api.ListSystemLogsAsync(new() { InstanceId = id, LifecycleId = lifecycle.Lifecycle![0][0].LifecycleId, GmtStartTime = client.Cloud.World.Now.AddDays(-1) }, ct));
        Assert.NotEmpty(logs.SystemLogs!);
        await client.Cloud.Control(HttpMethod.Post, "workspaces/268/auto-shutdown-policy", new { minutes = 1440, cpuPercent = 1 });
        var policies = await client.Whole(api.QueryAutoShutdownPoliciesAsync(new() { InstanceIds = [id] }, ct));
        var condition = Assert.Single(Assert.Single(policies.AutoShutdownPolicies!).Conditions!);
        Assert.Equal(("Workspace", 0, 1441 * 60), (condition.SourceType, condition.Context!.IdleDuration, condition.Context.IdleShutdownRemainingSeconds));
        await client.Whole(api.UpdateInstanceLabelsAsync(id, new() { Labels = [new() { Key = "owner", Value = "数据" }, new() { Key = "note", Value = "x" }] }, ct));
        await client.Whole(api.DeleteInstanceLabelsAsync(id, ["note", "team"], ct));
        Assert.Equal("数据", Assert.Single((await client.Whole(api.GetInstanceAsync(id, ct))).Labels!).Value);
        var snapshot = (await client.Whole(api.CreateInstanceSnapshotAsync(
            id, new() { SnapshotName = "env-v1", ImageUrl = "registry.example.com/team/env:v1", ExcludePaths = ["/tmp"], Labels = [new() { Key = "team", Value = "nlp" }], Overwrite = true }, ct))).SnapshotId!;
        client.Cloud.Pass(120);
        Assert.Equal("Saved", (await client.Whole(api.GetInstanceSnapshotAsync(id, snapshot, ct))).Status);
        Assert.Equal(snapshot, Assert.Single((await client.Whole(api.ListInstanceSnapshotAsync(id, new() { PageSize = 10, SortBy = "gmtCreate" }, ct))).Snapshots!).SnapshotId);
        Assert.Equal("Saved", (await client.Whole(api.GetInstanceAsync(id, ct))).LatestSnapshot!.Status);
        await client.Whole(api.DeleteInstanceSnapshotAsync(id, snapshot, ct));
        var token = await client.Whole(api.GetTokenAsync(new() { InstanceId = id, ExpireTime = 60, Type = "View" }, ct));
        Assert.DoesNotContain(token.Token!, token.ToString(), StringComparison.Ordinal);
    }

    private static async Task Batches(ClientUnderTest client, IDswApi api, CreateInstanceRequest request, CancellationToken ct)
    {
        var id = (await client.Whole(api.CreateInstanceAsync(request, ct))).InstanceId!;
        client.Cloud.Pass(120);
        var stopped = await client.Whole(api.StopInstancesAsync(new() { InstanceIds = [id, "dsw-none"] }, ct));
        Assert.Equal((id, "ValidationError"), (Assert.Single(stopped.InstanceIds!), stopped.Code));
        client.Cloud.Pass(60);
        Assert.Equal([id], (await client.Whole(api.DeleteInstancesAsync(new() { InstanceIds = [id] }, ct))).InstanceIds);
    }
}
