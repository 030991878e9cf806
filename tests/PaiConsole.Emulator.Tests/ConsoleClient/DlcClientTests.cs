using PaiConsole.Cloud.Dlc;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.ConsoleClient;

public sealed class DlcClientTests
{
    [Fact]
    public async Task Every_call_arrives_and_every_answer_is_read_whole()
    {
        await using var client = await ClientUnderTest.StartAsync(Product.Dlc);
        var (api, ct) = (client.Get<IDlcApi>(), ClientUnderTest.Ct);

        var specs = await client.Whole(api.ListEcsSpecsAsync(new() { AcceleratorType = "GPU", InstanceTypes = [Examples.Sku], PageSize = 10 }, ct));
        Assert.Equal(Examples.Sku, Assert.Single(specs.EcsSpecs!).InstanceType);

        CreateJobRequest request = new()
        {
            DisplayName = "实验 a/b*c~d!'()",
            JobType = "PyTorchJob",
            UserCommand = "torchrun train.py",
            WorkspaceId = "268",
            JobSpecs = [new() { Type = "Worker", PodCount = 2, EcsSpec = Examples.Sku, Image = Examples.Image, SpotSpec = new() { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.5 } }],
            Envs = new Dictionary<string, string> { ["NCCL_DEBUG"] = "INFO" },
            DataSources = [new() { Uri = "oss://bucket.oss-cn-shanghai-internal.aliyuncs.com/out/", MountPath = "/mnt/out" }],
            Priority = 5,
            Settings = new() { Tags = new Dictionary<string, string> { ["team"] = "nlp" } },
        };
        var id = (await client.Whole(api.CreateJobAsync(request, ct))).JobId!;
        client.Cloud.Pass(150);
        var job = await client.Whole(api.GetJobAsync(id, true, ct));
        Assert.Equal(("Running", request.DisplayName, 2), (job.Status, job.DisplayName, job.Pods!.Count));
        var listed = await client.Whole(api.ListJobsAsync(new() { JobIds = [id, "dlcnone"], Tags = request.Settings.Tags, DisplayName = "实验", PageSize = 10, Order = "desc" }, ct));
        Assert.Equal(id, Assert.Single(listed.Jobs!).JobId);
        await client.Whole(api.UpdateJobAsync(id, new() { Priority = 7, Description = "é" }, ct));
        var from = client.Cloud.World.Now.AddDays(-1);
        Assert.NotEmpty((await client.Whole(api.GetJobEventsAsync(id, from, null, 50, ct))).Events!);
        var pod = job.Pods[0];
        Assert.NotEmpty((await client.Whole(api.GetPodLogsAsync(id, pod.PodId!, pod.PodUid, from, null, 20, ct))).Logs!);
        Assert.NotEmpty((await client.Whole(api.GetPodEventsAsync(id, pod.PodId!, pod.PodUid, from, null, 50, ct))).Events!);
        Assert.NotEmpty((await client.Whole(api.GetJobMetricsAsync(id, new() { MetricType = "GpuCoreUsage", StartTime = from, TimeStep = "5m" }, ct))).PodMetrics!);
        await client.Whole(api.StopJobAsync(id, ct));
        client.Cloud.Pass(60);
        Assert.Equal("Stopped", (await client.Whole(api.GetJobAsync(id, null, ct))).Status);
        await client.Whole(api.DeleteJobAsync(id, ct));
        client.AssertAllCalled<IDlcApi>();
    }
}
