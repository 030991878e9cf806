using PaiConsole.Cloud.PaiStudio;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.ConsoleClient;

public sealed class PaiStudioClientTests
{
    [Fact]
    public async Task Every_call_arrives_and_every_answer_is_read_whole()
    {
        await using var client = await ClientUnderTest.StartAsync(Product.PaiStudio);
        var (api, ct) = (client.Get<IPaiStudioApi>(), ClientUnderTest.Ct);
        CreateTrainingJobRequest request = new()
        {
            TrainingJobName = "实验 a/b*c~d!'()",
            WorkspaceId = "268",
            AlgorithmSpec = new()
            {
                Command = ["sh", "-c", "torchrun train_sft.py $PAI_USER_ARGS --output_dir /ml/output/checkpoints --save_steps 100"],
                Image = Examples.Image,
                JobType = "PyTorchJob",
                CodeDir = new() { LocationType = "oss", LocationValue = new Dictionary<string, string> { ["Bucket"] = "my-bucket", ["Key"] = "code.tar.gz" } },
                OutputChannels = [new() { Name = "model", Required = true }],
            },
            ComputeResource = new() { EcsCount = 2, EcsSpec = Examples.Sku, SpotSpec = new() { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.5 } },
            HyperParameters = [new() { Name = "lr", Value = "2e-5" }],
            InputChannels = [new() { Name = "data", InputUri = "oss://my-bucket/data/" }],
            OutputChannels = [new() { Name = "model", OutputUri = "oss://my-bucket/model/" }, new() { Name = "checkpoints", OutputUri = "oss://my-bucket/checkpoints/" }],
            Environments = new Dictionary<string, string> { ["HF_HOME"] = "/ml/hf" },
            Labels = [new() { Key = "CreatedBy", Value = "sdk" }],
            Scheduler = new() { MaxRunningTimeInSeconds = 86400, MaxRunningTimeInMinutes = 1440 },
            Priority = 5,
        };
        var id = (await client.Whole(api.CreateTrainingJobAsync(request, ct))).TrainingJobId!;
        client.Cloud.Pass(47 + 150);
        var job = await client.Whole(api.GetTrainingJobAsync(id, ct));
        Assert.Equal(("Running", request.TrainingJobName, 150, 0.5, 1440), (job.Status, job.TrainingJobName, job.Duration, job.LatestProgress!.OverallProgress!.Value, job.Scheduler!.MaxRunningTimeInMinutes));
        var listed = await client.Whole(api.ListTrainingJobsAsync(new() { WorkspaceId = "268", TrainingJobName = "实验", Labels = new Dictionary<string, string> { ["CreatedBy"] = "sdk" }, PageSize = 10, Order = "DESC" }, ct));
        Assert.StartsWith("dlc", Assert.Single(listed.TrainingJobs!).DlcJobId, StringComparison.Ordinal);
        var from = client.Cloud.World.Now.AddDays(-1);
        var logs = await client.Whole(api.ListTrainingJobLogsAsync(id, new() { InstanceId = job.Instances![0].Name, StartTime = from, PageSize = 5 }, ct));
        Assert.Equal(5, logs.Logs!.Count);
        Assert.True(logs.TotalCount > 5);
        Assert.NotEmpty((await client.Whole(api.ListTrainingJobEventsAsync(id, new() { StartTime = from, PageSize = 20 }, ct))).Events!);
        Assert.NotEmpty((await client.Whole(api.ListTrainingJobMetricsAsync(id, new() { Name = "loss", StartTime = from, Order = "DESC", PageSize = 20 }, ct))).Metrics!);
        await client.Whole(api.StopTrainingJobAsync(id, ct));
        client.Cloud.Pass(60);
        Assert.Equal("Terminated", (await client.Whole(api.GetTrainingJobAsync(id, ct))).Status);
        await client.Whole(api.DeleteTrainingJobAsync(id, ct));
        var prices = await client.Whole(api.GetSpotPriceHistoryAsync(Examples.Sku, new() { StartTime = from, PageSize = 5, Order = "desc" }, ct));
        Assert.Equal((24, 5), (prices.TotalCount, prices.SpotPriceHistory!.Count));
        client.AssertAllCalled<IPaiStudioApi>();
    }
}
