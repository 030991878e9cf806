using System.Net;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.Wire;

/// <summary>Calls every implemented DLC and DSW operation once; <see cref="TestCloud"/> holds each answer against the specification.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task Every_DLC_operation_answers_as_documented()
    {
        await using var cloud = await TestCloud.StartAsync();
        HashSet<string> done = [];
        async Task<Answer> Do(string name, object? query = null, object? body = null)
        {
            var answer = await cloud.Dlc(name, query, body);
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToString());
            done.Add(name);
            return answer;
        }

        var id = (await Do("CreateJob", body: Examples.Job(spot: new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.5 }, settings: new { ElasticSpotJobMaxRestartTimes = 2 }))).Text("JobId")!;
        cloud.Pass(100);
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim");
        cloud.Pass(60);
        var pod = id + "-master-0";
        await Do("UpdateJob", new { JobId = id }, new { Priority = 3 });
        await Do("GetJob", new { JobId = id });
        await Do("ListJobs", new { WorkspaceId = "268" });
        await Do("GetJobEvents", new { JobId = id });
        await Do("GetPodLogs", new { JobId = id, PodId = pod });
        await Do("GetPodEvents", new { JobId = id, PodId = pod });
        await Do("GetJobMetrics", new { JobId = id, MetricType = "GpuMemoryUsage" });
        await Do("ListEcsSpecs", new { PageSize = 500 });
        await Do("StopJob", new { JobId = id });
        cloud.Pass(60);
        await Do("GetJob", new { JobId = id });
        await Do("DeleteJob", new { JobId = id });
        Assert.Equal(Implemented(Product.Dlc), done.Order());
    }

    [Fact]
    public async Task Every_DSW_operation_answers_as_documented()
    {
        await using var cloud = await TestCloud.StartAsync();
        HashSet<string> done = [];
        async Task<Answer> Do(string name, object? query = null, object? body = null)
        {
            var answer = await cloud.Dsw(name, query, body);
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToString());
            done.Add(name);
            return answer;
        }

        var create = Examples.Notebook();
        create["Tag"] = new[] { new { Key = "project", Value = "x" } };
        create["SpotSpec"] = new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = "0.5" };
        create["UserVpc"] = new { VpcId = "vpc-1", VSwitchId = "vsw-1", SecurityGroupId = "sg-1", DefaultRoute = "eth0" };
        create["Affinity"] = new { CPU = new { Enable = true } };
        create["Priority"] = 3;
        var id = (await Do("CreateInstance", body: create)).Text("InstanceId");
        cloud.Pass(90);
        await Do("CreateIdleInstanceCuller", new { InstanceId = id }, new { CpuPercentThreshold = 20, GpuPercentThreshold = 10, MaxIdleTimeInMinutes = 60 });
        await Do("GetIdleInstanceCuller", new { InstanceId = id });
        await Do("CreateInstanceShutdownTimer", new { InstanceId = id }, new { DueTime = "2099-01-01T00:00:00Z" });
        await Do("GetInstanceShutdownTimer", new { InstanceId = id });
        await Do("GetInstance", new { InstanceId = id });
        await Do("ListInstances");
        await Do("DeleteIdleInstanceCuller", new { InstanceId = id });
        await Do("DeleteInstanceShutdownTimer", new { InstanceId = id });
        await Do("GetInstanceMetrics", new { InstanceId = id, MetricType = "CpuCoreUsage" });
        await Do("GetInstanceEvents", new { InstanceId = id });
        await Do("ListEcsSpecs", new { AcceleratorType = "GPU" });
        await Do("GetToken", new { InstanceId = id, ExpireTime = 60 });
        await Do("UpdateInstanceLabels", new { InstanceId = id }, new { Labels = new[] { new { Key = "owner", Value = "emma" } } });
        await Do("DeleteInstanceLabels", new { InstanceId = id, LabelKeys = "owner" });
        await cloud.Control(HttpMethod.Post, "workspaces/268/auto-shutdown-policy", new { minutes = 1440, cpuPercent = 1 });
        await Do("QueryAutoShutdownPolicies", body: new { InstanceIds = new[] { id } });
        var snapshot = (await Do("CreateInstanceSnapshot", new { InstanceId = id }, new { SnapshotName = "env", ImageUrl = "registry.example.com/team/env:v1", Labels = new[] { new { Key = "a", Value = "b" } }, ExcludePaths = new[] { "/tmp" } })).Text("SnapshotId");
        cloud.Pass(120);
        await Do("ListInstanceSnapshot", new { InstanceId = id });
        await Do("GetInstanceSnapshot", new { InstanceId = id, SnapshotId = snapshot });
        await Do("GetInstance", new { InstanceId = id });
        await Do("ListInstances");
        await Do("DeleteInstanceSnapshot", new { InstanceId = id, SnapshotId = snapshot });
        await Do("GetLifecycle", new { InstanceId = id });
        await Do("ListSystemLogs", new { InstanceId = id });
        await Do("StopInstance", new { InstanceId = id });
        cloud.Pass(15);
        await Do("UpdateInstance", new { InstanceId = id }, new { EcsSpec = "ecs.g7.large", DisassociateSpot = true });
        cloud.Pass(5);
        await Do("StartInstance", new { InstanceId = id });
        cloud.Pass(20);
        await Do("StopInstance", new { InstanceId = id });
        cloud.Pass(15);
        await Do("DeleteInstance", new { InstanceId = id });
        var other = (await Do("CreateInstance", body: Examples.Notebook())).Text("InstanceId");
        cloud.Pass(90);
        await Do("StopInstances", body: new { InstanceIds = new[] { other, "dsw-none" } });
        cloud.Pass(15);
        await Do("DeleteInstances", body: new { InstanceIds = new[] { other, "dsw-none" } });
        Assert.Equal(Implemented(Product.Dsw), done.Order());
    }

    private static IEnumerable<string> Implemented(string product) => WireSurface.Operations.Specs.Where(s => s.Product == product).Select(s => s.Name).Order();
}
