using System.Net;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dlc;

public sealed class JobTests
{
    [Fact]
    public async Task A_job_goes_through_the_queue_to_Succeeded_and_its_history_has_no_gap()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job());
        cloud.Pass(3 * 3600);
        var job = await Get(cloud, id);
        Assert.Equal("Succeeded", job.Text("Status"));
        var history = job.Body.GetProperty("StatusHistory").EnumerateArray().ToArray();
        Assert.Equal(["Creating", "Queuing", "EnvPreparing", "Running", "Succeeded"], history.Select(h => h.GetProperty("Status").GetString()));
        for (var i = 1; i < history.Length; i++)
            Assert.Equal(history[i].GetProperty("StartTime").GetString(), history[i - 1].GetProperty("EndTime").GetString());
        Assert.Equal("300", job.Text("Duration"));
        Assert.Equal(job.Text("GmtFinishTime"), job.Text("GmtSuccessedTime"));
        Assert.Equal(TimeSpan.FromSeconds(347), Time(job, "GmtFinishTime") - Time(job, "GmtCreateTime"));
        Assert.Equal(["Master", "Worker"], job.Body.GetProperty("Pods").EnumerateArray().Select(p => p.GetProperty("Type").GetString()));
        Assert.Equal(id + "-master-0", job.Body.GetProperty("Pods")[0].GetProperty("PodId").GetString());
        var interval = Assert.Single(cloud.World.Ledger.Intervals("job"));
        Assert.Equal((id, 2, Examples.Sku, TimeSpan.FromSeconds(300)), (interval.Id, interval.Replicas, interval.Sku, interval.To - interval.From));
    }

    [Fact]
    public async Task Without_detail_pods_and_history_are_left_out()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job());
        var job = await cloud.Dlc("GetJob", new { JobId = id, NeedDetail = false });
        Assert.Null(job.Text("Pods"));
        Assert.Null(job.Text("StatusHistory"));
    }

    [Theory]
    [InlineData("exit 3", null, "JobFailed", "exit code 3")]
    [InlineData("python train.py", "OutOfMemory", "OOMKilled", "137")]
    [InlineData("python train.py", "CommunicationTimeout", "JobFailed", "NCCL")]
    [InlineData("python train.py", "ImagePull", "ImagePullFailed", "image")]
    [InlineData("python train.py", "CudaOutOfMemory", "JobFailed", "CUDA")]
    [InlineData("python nowhere.py", "ScriptMissing", "JobFailed", "exit code 2")]
    [InlineData("python train.py --bf16=true --fsdpx 1", "WrongArgument", "JobFailed", "unrecognized arguments")]
    public async Task Failures_have_a_cause_in_reason_and_log(string command, string? failure, string code, string words)
    {
        await using var cloud = await TestCloud.StartAsync();
        Dictionary<string, string> envs = new() { ["PAI_EMULATOR_RUN_SECONDS"] = "60" };
        if (failure is not null)
            envs["PAI_EMULATOR_FAILURE"] = failure;
        var id = await Create(cloud, Examples.Job(command: command, envs: envs));
        cloud.Pass(600);
        var job = await Get(cloud, id);
        Assert.Equal(("Failed", code), (job.Text("Status"), job.Text("ReasonCode")));
        Assert.Contains(words, job.Text("ReasonMessage")!, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(job.Text("GmtFinishTime"), job.Text("GmtFailedTime"));
        if (failure != "ImagePull")
            Assert.Contains(await Logs(cloud, id), l => l.Contains("[ERROR]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_ends_in_Stopped_and_only_finished_jobs_are_deleted()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job());
        cloud.Pass(100);
        Assert.Equal("InvalidStatus", (await cloud.Dlc("DeleteJob", new { JobId = id })).Code);
        await cloud.Dlc("StopJob", new { JobId = id });
        Assert.Equal("Stopping", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(10);
        var job = await Get(cloud, id);
        Assert.Equal(("Stopped", "JobStoppedByUser"), (job.Text("Status"), job.Text("ReasonCode")));
        Assert.Equal(job.Text("GmtFinishTime"), job.Text("GmtStoppedTime"));
        Assert.Equal("InvalidStatus", (await cloud.Dlc("StopJob", new { JobId = id })).Code);
        Assert.Equal(HttpStatusCode.OK, (await cloud.Dlc("DeleteJob", new { JobId = id })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(cloud, id)).Status);
    }

    [Fact]
    public async Task The_longest_running_time_stops_it()
    {
        await using var cloud = await TestCloud.StartAsync();
        var body = Examples.Job(envs: new() { ["PAI_EMULATOR_RUN_SECONDS"] = "7200" });
        body["JobMaxRunningTimeMinutes"] = 30;
        var id = await Create(cloud, body);
        cloud.Pass(3600);
        var job = await Get(cloud, id);
        Assert.Equal(("Stopped", "JobMaxRunningTimeExceeded", "1800"), (job.Text("Status"), job.Text("ReasonCode"), job.Text("Duration")));
    }

    [Fact]
    public async Task A_reclaimed_spot_pod_is_replaced_and_without_a_checkpoint_the_job_begins_again()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job(spot: new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.5 }, settings: new { ElasticSpotJobMaxRestartTimes = 10 }));
        cloud.Pass(147);
        var before = (await Get(cloud, id)).Body.GetProperty("Pods")[0].GetProperty("PodUid").GetString();
        Assert.Equal(HttpStatusCode.OK, (await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim")).Status);
        Assert.Equal("Restarting", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(50);
        var job = await Get(cloud, id);
        var pod = job.Body.GetProperty("Pods")[0];
        Assert.Equal(("Running", "1/10"), (job.Text("Status"), job.Text("RestartTimes")));
        Assert.Equal(before, pod.GetProperty("HistoryPods")[0].GetProperty("PodUid").GetString());
        Assert.NotEqual(before, pod.GetProperty("PodUid").GetString());
        Assert.Equal("Failed", pod.GetProperty("HistoryPods")[0].GetProperty("Status").GetString());
        var old = await cloud.Dlc("GetPodLogs", new { JobId = id, PodId = id + "-master-0", PodUid = before });
        Assert.Contains("reclaimed", old.Body.GetProperty("Logs").EnumerateArray().Last(l => l.GetString()!.Contains("SIGTERM", StringComparison.Ordinal)).GetString(), StringComparison.Ordinal);
        cloud.Pass(200);
        Assert.Equal("Running", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(100);
        Assert.Equal(("Succeeded", "400"), ((await Get(cloud, id)).Text("Status"), (await Get(cloud, id)).Text("Duration")));
        Assert.All(cloud.World.Ledger.Intervals("job"), i => Assert.InRange(i.SpotFactor, 0.2, 0.45));
        Assert.Equal(2, cloud.World.Ledger.Intervals("job").Count);
        Assert.Contains("JobRestarting", (await cloud.Dlc("GetJobEvents", new { JobId = id })).Body.GetProperty("Events").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Preempted", (await cloud.Dlc("GetPodEvents", new { JobId = id, PodId = id + "-master-0", PodUid = before })).Body.GetProperty("Events").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reclaim_without_a_restart_left_fails_the_job()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job(spot: new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.5 }, settings: new { ElasticSpotJobMaxRestartTimes = 0 }));
        cloud.Pass(60);
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim");
        Assert.Equal(("Failed", "SpotReclaimed"), ((await Get(cloud, id)).Text("Status"), (await Get(cloud, id)).Text("ReasonCode")));
    }

    [Fact]
    public async Task A_spot_limit_below_the_market_waits_in_the_queue()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job(spot: new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.1 }));
        cloud.Pass(86400);
        Assert.Equal("Queuing", (await Get(cloud, id)).Text("Status"));
    }

    [Fact]
    public async Task Without_room_in_the_quota_it_waits_and_says_so()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job(envs: new() { ["PAI_EMULATOR_FAILURE"] = "Quota" }));
        cloud.Pass(86400);
        Assert.Equal("Queuing", (await Get(cloud, id)).Text("Status"));
        Assert.Contains("QuotaInsufficient", (await cloud.Dlc("GetJobEvents", new { JobId = id })).Body.GetProperty("Events").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Restarting", "1/10", 1)]
    [InlineData(false, "Failed", "0/10", 0)]
    public async Task A_broken_machine_is_survived_where_AIMaster_watches(bool watched, string status, string restarts, int records)
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job(settings: new { EnableErrorMonitoringInAIMaster = watched }));
        cloud.Pass(147);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Control(HttpMethod.Post, $"jobs/{id}/fault", new { pod = "nobody" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await cloud.Control(HttpMethod.Post, $"jobs/{id}/fault", new { pod = id + "-worker-0" })).Status);
        var job = await Get(cloud, id);
        Assert.Equal((status, "NodeFault", restarts), (job.Text("Status"), job.Text("ReasonCode"), job.Text("RestartTimes")));
        Assert.Equal(records, job.Body.TryGetProperty("RestartRecord", out var record) ? record.GetArrayLength() : 0);
        Assert.Contains(await Logs(cloud, id), l => l.Contains("[ERROR]", StringComparison.Ordinal) && l.Contains("ECC", StringComparison.Ordinal));
        Assert.Contains("NodeFault", (await cloud.Dlc("GetPodEvents", new { JobId = id, PodId = id + "-worker-0" })).Body.GetProperty("Events").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await cloud.Control(HttpMethod.Post, $"jobs/{id}/fault")).Status);
    }

    [Fact]
    public async Task Visibility_can_only_be_raised()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job());
        Assert.Equal(HttpStatusCode.OK, (await cloud.Dlc("UpdateJob", new { JobId = id }, new { Accessibility = "PUBLIC" })).Status);
        Assert.Equal("InvalidParameter", (await cloud.Dlc("UpdateJob", new { JobId = id }, new { Accessibility = "PRIVATE" })).Code);
    }

    [Fact]
    public async Task Reserved_time_and_sanity_check_are_statuses_of_their_own()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job(settings: new { EnableSanityCheck = true, JobReservedPolicy = "Always", JobReservedMinutes = 5 }));
        cloud.Pass(60);
        Assert.Equal("SanityChecking", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(360);
        Assert.Equal("SucceededReserving", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(300);
        Assert.Equal("Succeeded", (await Get(cloud, id)).Text("Status"));
    }

    [Fact]
    public async Task Everything_wrong_with_a_job_is_said_at_once()
    {
        await using var cloud = await TestCloud.StartAsync();
        var body = Examples.Job();
        body["JobType"] = "QuantumJob";
        body["Priority"] = 12;
        body["JobSpecs"] = new[] { new { Type = "Worker", PodCount = 0, EcsSpec = "ecs.gn7e-c12g1.3xlarge", SpotSpec = new { SpotStrategy = "SpotWithPriceLimit" } } };
        var answer = await cloud.Dlc("CreateJob", body: body);
        Assert.Equal("InvalidParameter", answer.Code);
        Assert.All(["QuantumJob", "Priority", "PodCount", "Image", "ecs.gn7e-c12g1.3xlarge", "SpotSpec"], word => Assert.Contains(word, answer.Text("Message")!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Updates_change_priority_and_description()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, Examples.Job());
        Assert.Equal(HttpStatusCode.OK, (await cloud.Dlc("UpdateJob", new { JobId = id }, new { Priority = 9, Description = "urgent" })).Status);
        var job = await Get(cloud, id);
        Assert.Equal(("9", "urgent"), (job.Text("Priority"), job.Text("Description")));
        Assert.Equal("InvalidParameter", (await cloud.Dlc("UpdateJob", new { JobId = id }, new { Priority = 10 })).Code);
    }

    [Fact]
    public async Task Instance_types_carry_no_price_here()
    {
        await using var cloud = await TestCloud.StartAsync();
        var specs = await cloud.Dlc("ListEcsSpecs", new { InstanceTypes = Examples.Sku + ",ecs.g7.large", SortBy = "GPU", Order = "desc" });
        Assert.Equal("2", specs.Text("TotalCount"));
        Assert.Equal(Examples.Sku, specs.Body.GetProperty("EcsSpecs")[0].GetProperty("InstanceType").GetString());
        Assert.False(specs.Body.GetProperty("EcsSpecs")[0].TryGetProperty("Price", out _));
    }

    private static async Task<string> Create(TestCloud cloud, object body)
    {
        var answer = await cloud.Dlc("CreateJob", body: body);
        Assert.Null(answer.Code);
        return answer.Text("JobId")!;
    }

    private static Task<Answer> Get(TestCloud cloud, string id) => cloud.Dlc("GetJob", new { JobId = id });

    private static async Task<string[]> Logs(TestCloud cloud, string id) =>
        [.. (await cloud.Dlc("GetPodLogs", new { JobId = id, PodId = id + "-master-0" })).Body.GetProperty("Logs").EnumerateArray().Select(l => l.GetString()!)];

    private static DateTimeOffset Time(Answer answer, string field) => DateTimeOffset.Parse(answer.Text(field)!, System.Globalization.CultureInfo.InvariantCulture);
}
