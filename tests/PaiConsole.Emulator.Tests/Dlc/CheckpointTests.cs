using System.Text.Json;
using PaiConsole.Emulator.Tests.AiWorkspace;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dlc;

/// <summary>Checkpoints appear on the job's output in OSS, one cut short is incomplete, and whoever resumes takes the newest complete one.</summary>
public sealed class CheckpointTests
{
    private const int Ready = 47;
    private const int RestartAfter = 50;
    private const string Place = "oss://runs/sft";

    [Fact]
    public async Task They_appear_at_their_steps_and_hold_what_a_trainer_writes()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Create(cloud, "--save_steps 500");
        cloud.Pass(Ready + 999);
        Assert.Empty(Names(cloud));
        cloud.Pass(60);
        Assert.Equal(["checkpoint-500"], Folders(cloud));
        var files = Names(cloud).Select(n => n["sft/checkpoint-500/".Length..]).ToArray();
        Assert.All(["config.json", "model-00001-of-00003.safetensors", "model-00003-of-00003.safetensors", "model.safetensors.index.json", "optimizer.pt", "scheduler.pt", "rng_state_0.pth", "rng_state_1.pth", "tokenizer.json", "trainer_state.json"],
            file => Assert.Contains(file, files));
        using var state = JsonDocument.Parse(Text(cloud, "checkpoint-500/trainer_state.json"));
        Assert.Equal((500, 3000), (state.RootElement.GetProperty("global_step").GetInt32(), state.RootElement.GetProperty("max_steps").GetInt32()));
        cloud.Pass(7200);
        Assert.Equal(["checkpoint-500", "checkpoint-1000", "checkpoint-1500", "checkpoint-2000", "checkpoint-2500", "checkpoint-3000"], Folders(cloud));
        Assert.Contains("sft/config.json", Names(cloud));
    }

    [Fact]
    public async Task A_limit_keeps_only_the_newest_by_number()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Create(cloud, "--save_steps=500 --save_total_limit=2");
        cloud.Pass(7200);
        Assert.Equal(["checkpoint-2500", "checkpoint-3000"], Folders(cloud));
    }

    [Fact]
    public async Task An_adapter_and_DeepSpeed_leave_files_of_their_own()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Create(cloud, "--save_steps 500 --use_lora true --deepspeed ds_z2.json");
        cloud.Pass(Ready + 1100);
        var files = Names(cloud).Select(n => n["sft/checkpoint-500/".Length..]).ToArray();
        Assert.All(["adapter_model.safetensors", "adapter_config.json", "latest", "global_step500/bf16_zero_pp_rank_1_mp_rank_00_optim_states.pt"], file => Assert.Contains(file, files));
        Assert.DoesNotContain("optimizer.pt", files);
        Assert.Equal("global_step500", Text(cloud, "checkpoint-500/latest"));
    }

    [Fact]
    public async Task One_cut_short_is_incomplete_and_the_restart_goes_on_from_the_one_before()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, "--save_steps 500 --resume_from_checkpoint true");
        // Step 1000 is due at 2000 s; its files take a while, and the machine goes after 5 s of them.
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim", new { atRunSeconds = new[] { 2005 } });
        cloud.Pass(Ready + 2005);
        Assert.Equal("Restarting", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(RestartAfter - 1);
        Assert.Contains("sft/checkpoint-1000/config.json", Names(cloud));
        Assert.DoesNotContain("sft/checkpoint-1000/trainer_state.json", Names(cloud));
        cloud.Pass(31);
        var log = await Log(cloud, id);
        Assert.Contains(log, l => l.EndsWith("Resuming from checkpoint /mnt/out/sft/checkpoint-500 at step 500", StringComparison.Ordinal));
        Assert.Contains(log, l => l.Contains("Skipping incomplete checkpoint /mnt/out/sft/checkpoint-1000", StringComparison.Ordinal));
        Assert.Contains(log, l => l.Contains(" step 51", StringComparison.Ordinal));
        Assert.DoesNotContain(log, l => l.Contains(" step 1010/", StringComparison.Ordinal));
        // 5000 of 6000 s are left to train.
        cloud.Pass(5000 - 31);
        Assert.Equal("Running", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(1);
        Assert.Equal(("Succeeded", "7005"), ((await Get(cloud, id)).Text("Status"), (await Get(cloud, id)).Text("Duration")));
        Assert.Contains("sft/checkpoint-1000/trainer_state.json", Names(cloud));
    }

    [Fact]
    public async Task Without_a_resume_flag_a_restart_begins_at_0()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, "--save_steps 500");
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/reclaim", new { atRunSeconds = new[] { 3500 } });
        cloud.Pass(Ready + 3500 + RestartAfter + 30);
        Assert.Contains(await Log(cloud, id), l => l.Contains("Training from scratch", StringComparison.Ordinal));
        cloud.Pass(6000 - 31);
        Assert.Equal("Running", (await Get(cloud, id)).Text("Status"));
        cloud.Pass(1);
        Assert.Equal(("Succeeded", "9500"), ((await Get(cloud, id)).Text("Status"), (await Get(cloud, id)).Text("Duration")));
    }

    [Theory]
    [InlineData("--resume_from_checkpoint latest", "/mnt/out/sft/checkpoint-1000 at step 1000")]
    [InlineData("--resume", "/mnt/out/sft/checkpoint-1000 at step 1000")]
    [InlineData("--resume-from-checkpoint=/mnt/out/sft/checkpoint-500/", "/mnt/out/sft/checkpoint-500 at step 500")]
    [InlineData("--resume_from_checkpoint /mnt/out/sft", "/mnt/out/sft/checkpoint-1000 at step 1000")]
    [InlineData("--resume_from_checkpoint $NEWEST", "/mnt/out/sft/checkpoint-500 at step 500")]
    [InlineData("--resume_from_checkpoint false", null)]
    public async Task A_new_job_on_the_same_output_goes_on_as_its_flag_says(string flag, string? from)
    {
        await using var cloud = await TestCloud.StartAsync();
        var first = await Create(cloud, "--save_steps 500", restarts: false);
        cloud.Pass(Ready + 2100);
        await cloud.Control(HttpMethod.Post, $"jobs/{first}/reclaim");
        Assert.Equal("Failed", (await Get(cloud, first)).Text("Status"));
        cloud.Pass(100);
        var second = await Create(cloud, "--save_steps 500 " + flag);
        cloud.Pass(Ready + 20);
        var line = (await Log(cloud, second)).Single(l => l.Contains("Resuming", StringComparison.Ordinal) || l.Contains("from scratch", StringComparison.Ordinal));
        Assert.EndsWith(from ?? "3000 steps", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_somebody_deleted_a_shard_of_is_passed_over()
    {
        await using var cloud = await TestCloud.StartAsync();
        var first = await Create(cloud, "--save_steps 500");
        cloud.Pass(Ready + 2100);
        await cloud.Dlc("StopJob", new { JobId = first });
        cloud.Pass(20);
        Assert.True(cloud.World.Do(() => cloud.World.Buckets.Delete(Place + "/checkpoint-1000/model-00002-of-00003.safetensors")));
        var second = await Create(cloud, "--resume");
        cloud.Pass(Ready + 20);
        Assert.Contains(await Log(cloud, second), l => l.Contains("checkpoint-1000 (model-00002-of-00003.safetensors is missing)", StringComparison.Ordinal));
        Assert.Contains(await Log(cloud, second), l => l.EndsWith("at step 500", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registered_dataset_is_a_mount_like_any_other()
    {
        await using var cloud = await TestCloud.StartAsync();
        AssetTests.Sow(cloud.World, "oss-pvc", "oss://runs.oss-cn-shanghai-internal.aliyuncs.com/");
        var body = Examples.Job(command: "torchrun train_sft.py --output_dir=/mnt/data/sft/ --max_steps=3000 --save_steps=500", envs: new() { ["PAI_EMULATOR_RUN_SECONDS"] = "6000" });
        body["DataSources"] = new object[] { new { DataSourceId = cloud.World.Do(() => cloud.World.Assets.Datasets[0].Id), MountPath = "/mnt/data" } };
        await cloud.Dlc("CreateJob", body: body);
        cloud.Pass(Ready + 1100);
        Assert.Equal(["checkpoint-500"], Folders(cloud));
    }

    [Fact]
    public async Task An_output_on_no_mount_is_lost_with_its_pod()
    {
        await using var cloud = await TestCloud.StartAsync();
        var body = Examples.Job(command: "python train_sft.py --output_dir /root/out --max_steps 3000 --save_steps 500 --resume", envs: new() { ["PAI_EMULATOR_RUN_SECONDS"] = "6000" });
        var id = (await cloud.Dlc("CreateJob", body: body)).Text("JobId")!;
        cloud.Pass(Ready + 2100);
        Assert.Contains(await Log(cloud, id), l => l.Contains("Saved checkpoint /root/out/checkpoint-500", StringComparison.Ordinal));
        Assert.Equal(0, cloud.World.Do(() => cloud.World.Buckets.Objects));
    }

    private static async Task<string> Create(TestCloud cloud, string flags, bool restarts = true)
    {
        var body = Examples.Job(
            command: $"torchrun train_sft.py --model_name_or_path /mnt/models/Qwen2.5-7B --output_dir /mnt/out/sft --max_steps 3000 {flags}",
            envs: new() { ["PAI_EMULATOR_RUN_SECONDS"] = "6000", ["NEWEST"] = "/mnt/out/sft/checkpoint-500" },
            spot: new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.5 },
            settings: new { ElasticSpotJobMaxRestartTimes = restarts ? 3 : 0 });
        body["DataSources"] = new object[] { new { Uri = "oss://runs.oss-cn-shanghai-internal.aliyuncs.com/", MountPath = "/mnt/out" } };
        return (await cloud.Dlc("CreateJob", body: body)).Text("JobId")!;
    }

    private static Task<Answer> Get(TestCloud cloud, string id) => cloud.Dlc("GetJob", new { JobId = id });

    private static async Task<string[]> Log(TestCloud cloud, string id) =>
        [.. (await cloud.Dlc("GetPodLogs", new { JobId = id, PodId = id + "-master-0" })).Body.GetProperty("Logs").EnumerateArray().Select(l => l.GetString()!)];

    private static string[] Names(TestCloud cloud) => cloud.World.Do(() => cloud.World.Buckets.List(Place + "/").Select(o => o.Key).ToArray());

    private static string[] Folders(TestCloud cloud) =>
        [.. Names(cloud).Select(n => n.Split('/')[1]).Where(n => n.StartsWith("checkpoint-", StringComparison.Ordinal)).Distinct().OrderBy(n => int.Parse(n["checkpoint-".Length..], System.Globalization.CultureInfo.InvariantCulture))];

    private static string Text(TestCloud cloud, string file) =>
        cloud.World.Do(() => System.Text.Encoding.UTF8.GetString(cloud.World.Buckets.Get($"{Place}/{file}")!.Content!.Value.Span));
}
