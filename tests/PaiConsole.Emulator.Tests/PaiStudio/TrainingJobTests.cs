using System.Net;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.PaiStudio;

/// <summary>What the Python SDK's estimator makes, and the DLC job beneath it.</summary>
public sealed class TrainingJobTests
{
    private const int Ready = 47;

    [Fact]
    public async Task Every_operation_answers_as_documented()
    {
        await using var cloud = await TestCloud.StartAsync();
        HashSet<string> done = [];
        async Task<Answer> Do(string name, object? query = null, object? body = null)
        {
            var answer = await cloud.Call(Product.PaiStudio, name, query, body);
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToString());
            done.Add(name);
            return answer;
        }

        var id = (await Do("CreateTrainingJob", body: Body())).Text("TrainingJobId");
        cloud.Pass(Ready + 100);
        await Do("GetTrainingJob", new { TrainingJobId = id });
        await Do("ListTrainingJobs", new { WorkspaceId = "268" });
        await Do("ListTrainingJobLogs", new { TrainingJobId = id });
        await Do("ListTrainingJobEvents", new { TrainingJobId = id });
        await Do("ListTrainingJobMetrics", new { TrainingJobId = id });
        await Do("StopTrainingJob", new { TrainingJobId = id });
        cloud.Pass(20);
        await Do("DeleteTrainingJob", new { TrainingJobId = id });
        await Do("GetSpotPriceHistory", new { InstanceType = Examples.Sku });
        Assert.Equal(WireSurface.Operations.Specs.Where(s => s.Product == Product.PaiStudio).Select(s => s.Name).Order(), done.Order());
    }

    [Fact]
    public async Task It_goes_to_Succeed_spelt_so_and_the_DLC_job_beneath_to_Succeeded()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(Ready + 150);
        var running = await Get(cloud, id);
        Assert.Equal("Running", running.Text("Status"));
        Assert.Equal((0.5, 150), (running.Body.GetProperty("LatestProgress").GetProperty("OverallProgress").GetProperty("Value").GetDouble(), running.Body.GetProperty("LatestProgress").GetProperty("RemainingTime").GetProperty("Value").GetInt32()));
        Assert.Equal([id + "-master-0", id + "-worker-0"], running.Body.GetProperty("Instances").EnumerateArray().Select(i => i.GetProperty("Name").GetString()));
        cloud.Pass(300);
        var job = await Get(cloud, id);
        Assert.Equal(("Succeed", "TrainingJobSucceed"), (job.Text("Status"), job.Text("ReasonCode")));
        Assert.Equal("oss://my-bucket/model/", job.Body.GetProperty("OutputModel").GetProperty("Uri").GetString());
        Assert.Equal(["Creating", "Submitted", "Initializing", "Running", "Succeed"], job.Body.GetProperty("StatusTransitions").EnumerateArray().Select(t => t.GetProperty("Status").GetString()));
        var listed = (await List(cloud)).Body.GetProperty("TrainingJobs")[0];
        var dlc = await cloud.Dlc("GetJob", new { JobId = listed.GetProperty("DlcJobId").GetString() });
        Assert.Equal(("Succeeded", "PaiStudio"), (dlc.Text("Status"), dlc.Body.GetProperty("Settings").GetProperty("Caller").GetString()));
        Assert.Equal("torchrun --nproc_per_node=1 train_sft.py --num_train_epochs 3 --lr 2e-5 --output_dir /ml/output/checkpoints --save_steps 100", dlc.Text("UserCommand"));
        Assert.Contains(cloud.World.Do(() => cloud.World.Buckets.List("oss://my-bucket/checkpoints/").Select(o => o.Key).ToArray()), k => k == "checkpoints/checkpoint-100/trainer_state.json");
    }

    [Fact]
    public async Task A_stop_ends_in_Terminated_and_only_what_ended_is_deleted()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(Ready + 10);
        Assert.Equal("InvalidStatus", (await cloud.Call(Product.PaiStudio, "DeleteTrainingJob", new { TrainingJobId = id })).Code);
        await cloud.Call(Product.PaiStudio, "StopTrainingJob", new { TrainingJobId = id });
        cloud.Pass(10);
        Assert.Equal(("Terminated", "JobStoppedByUser"), ((await Get(cloud, id)).Text("Status"), (await Get(cloud, id)).Text("ReasonCode")));
        await cloud.Call(Product.PaiStudio, "DeleteTrainingJob", new { TrainingJobId = id });
        Assert.Equal((HttpStatusCode.NotFound, "TrainingJob.NotFound"), ((await Get(cloud, id)).Status, (await Get(cloud, id)).Code));
        Assert.Equal("0", (await cloud.Dlc("ListJobs")).Text("TotalCount"));
    }

    [Fact]
    public async Task On_spot_it_fails_when_its_machine_goes()
    {
        await using var cloud = await TestCloud.StartAsync();
        var body = Body();
        body["ComputeResource"] = new { EcsCount = 1, EcsSpec = Examples.Sku, SpotSpec = new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.5 } };
        var id = (await cloud.Call(Product.PaiStudio, "CreateTrainingJob", body: body)).Text("TrainingJobId")!;
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim", new { atRunSeconds = new[] { 120 } });
        cloud.Pass(600);
        Assert.Equal(("Failed", "SpotReclaimed"), ((await Get(cloud, id)).Text("Status"), (await Get(cloud, id)).Text("ReasonCode")));
        Assert.Equal(120, cloud.World.Ledger.Intervals("job").Sum(i => (i.To!.Value - i.From).TotalSeconds));
    }

    [Fact]
    public async Task Lists_filter_logs_page_and_metrics_fall()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        var other = Body();
        other["TrainingJobName"] = "resnet";
        await cloud.Call(Product.PaiStudio, "CreateTrainingJob", body: other);
        cloud.Pass(600);
        Assert.Equal("1", (await List(cloud, new { TrainingJobName = "resnet" })).Text("TotalCount"));
        Assert.Equal("2", (await List(cloud, new { Status = "Succeed", Labels = "{\"CreatedBy\":\"sdk\"}" })).Text("TotalCount"));
        Assert.Equal("0", (await List(cloud, new { Labels = "{\"CreatedBy\":\"QuickStart\"}" })).Text("TotalCount"));
        Assert.Equal("0", (await List(cloud, new { IsTempAlgo = false })).Text("TotalCount"));

        async Task<string[]> Logs(int page, int size) =>
            [.. (await cloud.Call(Product.PaiStudio, "ListTrainingJobLogs", new { TrainingJobId = id, PageNumber = page, PageSize = size })).Body.GetProperty("Logs").EnumerateArray().Select(l => l.GetString()!)];
        var whole = await Logs(1, 1000);
        Assert.Equal(whole.Skip(20).Take(20), await Logs(2, 20));
        var losses = (await cloud.Call(Product.PaiStudio, "ListTrainingJobMetrics", new { TrainingJobId = id, Name = "loss", PageSize = 1000 })).Body.GetProperty("Metrics").EnumerateArray().Select(m => m.GetProperty("Value").GetDouble()).ToArray();
        Assert.True(losses.TakeLast(10).Average() < losses.Take(10).Average() / 2);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        await using var cloud = await TestCloud.StartAsync();
        var answer = await cloud.Call(Product.PaiStudio, "CreateTrainingJob", body: new { TrainingJobName = " ", WorkspaceId = "268", ComputeResource = new { EcsSpec = "ecs.nope", EcsCount = 0 } });
        Assert.Equal("InvalidParameter", answer.Code);
        Assert.All(["TrainingJobName", "AlgorithmSpec", "ecs.nope", "EcsCount"], word => Assert.Contains(word, answer.Text("Message")!, StringComparison.Ordinal));
    }

    internal static Dictionary<string, object?> Body() => new()
    {
        ["TrainingJobName"] = "qwen-sft",
        ["WorkspaceId"] = "268",
        ["AlgorithmSpec"] = new { Command = new[] { "sh", "-c", "torchrun --nproc_per_node=1 train_sft.py $PAI_USER_ARGS --output_dir /ml/output/checkpoints --save_steps 100" }, Examples.Image, JobType = "PyTorchJob" },
        ["ComputeResource"] = new { EcsCount = 2, EcsSpec = Examples.Sku },
        ["HyperParameters"] = new[] { new { Name = "num_train_epochs", Value = "3" }, new { Name = "lr", Value = "2e-5" } },
        ["InputChannels"] = new[] { new { Name = "data", InputUri = "oss://my-bucket.oss-cn-shanghai-internal.aliyuncs.com/datasets/" } },
        ["OutputChannels"] = new[] { new { Name = "model", OutputUri = "oss://my-bucket/model/" }, new { Name = "checkpoints", OutputUri = "oss://my-bucket/checkpoints/" } },
        ["Labels"] = new[] { new { Key = "CreatedBy", Value = "sdk" } },
        ["Scheduler"] = new { MaxRunningTimeInSeconds = 86400 },
    };

    private static async Task<string> Create(TestCloud cloud)
    {
        var answer = await cloud.Call(Product.PaiStudio, "CreateTrainingJob", body: Body());
        Assert.Null(answer.Code);
        return answer.Text("TrainingJobId")!;
    }

    private static Task<Answer> Get(TestCloud cloud, string id) => cloud.Call(Product.PaiStudio, "GetTrainingJob", new { TrainingJobId = id });

    private static Task<Answer> List(TestCloud cloud, object? query = null) => cloud.Call(Product.PaiStudio, "ListTrainingJobs", query);
}
