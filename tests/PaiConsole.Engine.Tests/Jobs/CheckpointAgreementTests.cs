using System.Text.Json;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain.Storage;
using PaiConsole.Engine.Storage;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Jobs;

/// <summary>What the console says a restart will go on from is what the script in the cloud then goes on from, whatever kind of checkpoint was cut short.</summary>
public sealed class CheckpointAgreementTests
{
    private const int Ready = 47;

    /// <summary>Seconds of running at which the machine goes; step 1000 is due at 2000 s.</summary>
    private const int Gone = 2_002;

    [Theory]
    [InlineData("--model_name_or_path /mnt/models/Qwen2.5-7B", CheckpointKind.Full, 500)]
    [InlineData("--model_name_or_path /mnt/models/Qwen2.5-7B --use_lora true", CheckpointKind.Adapter, 500)]
    [InlineData("--model_name_or_path /mnt/models/Qwen2.5-7B --deepspeed ds_z3.json", null, 500)]
    [InlineData("--model_name_or_path /mnt/models/Qwen2.5-7B --save_steps 1500", null, 0)]
    public async Task The_plan_and_the_restart_name_the_same_step(string flags, CheckpointKind? kind, int step)
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var api = engine.Get<IDlcApi>();
        var created = await api.CreateJobAsync(
            new CreateJobRequest
            {
                DisplayName = "sft",
                JobType = "PyTorchJob",
                UserCommand = $"torchrun --nproc_per_node=1 train_sft.py --output_dir /mnt/out/sft --max_steps 3000 --save_steps 500 {flags} --resume_from_checkpoint true",
                JobSpecs = [new JobSpec { Type = "Worker", PodCount = 2, EcsSpec = Sample.Sku, Image = Sample.Image, SpotSpec = new() { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.8 } }],
                DataSources = [new DataSource { Uri = "oss://runs.oss-cn-shanghai-internal.aliyuncs.com/", MountPath = "/mnt/out" }],
                Envs = new Dictionary<string, string> { ["PAI_EMULATOR_RUN_SECONDS"] = "6000" },
                Settings = new() { ElasticSpotJobMaxRestartTimes = 3 },
            },
            CancellationToken.None);
        var id = created.JobId!;
        await ReclaimAsync(engine, id, new { atRunSeconds = new[] { Gone } });
        engine.Advance(Ready + Gone + 10);
        await engine.LookAsync(ResourceKind.Job);
        var found = (await engine.Get<CheckpointQueries>().OfJobAsync(id, CancellationToken.None))!;

        Assert.Equal(step, found.Plan.From?.Name.Step ?? 0);
        if (step > 0)
        {
            var cut = Assert.Single(found.Plan.PassedOver);
            Assert.Equal(1000, cut.Name.Step);
            Assert.NotEmpty(cut.Faults);
        }

        if (kind is not null)
            Assert.Equal(kind, found.Plan.From!.Kind);
        engine.Advance(60);
        var pod = (await api.GetJobAsync(id, true, CancellationToken.None)).Pods![0];
        var log = (await api.GetPodLogsAsync(id, pod.PodId!, pod.PodUid, null, null, null, CancellationToken.None)).Logs!;
        Assert.Contains(log, line => step > 0 ? line.EndsWith($"at step {step}", StringComparison.Ordinal) && line.Contains("Resuming", StringComparison.Ordinal) : line.Contains("from scratch", StringComparison.Ordinal));
        Assert.Equal(1000, found.Plan.LoggedStep!.Value, 20.0);
    }

    private static async Task ReclaimAsync(EngineUnderTest engine, string id, object body)
    {
        using var client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{engine.Emulator.Url}/_emulator/jobs/{id}/reclaim") { Content = new StringContent(JsonSerializer.Serialize(body)) };
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
