using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Tests.Preflight;

/// <summary>Of one rule: a spec that it faults, one that it passes, and one that it has nothing to do with.</summary>
/// <param name="Rule">Name of the rule's class.</param>
/// <param name="Fails">Faulted.</param>
/// <param name="Says">The finding.</param>
/// <param name="Passes">Looked at, and well.</param>
/// <param name="NotItsMatter">Not looked at; null only for a rule that every spec concerns.</param>
internal sealed record RuleCase(string Rule, JobSpec Fails, string Says, JobSpec Passes, JobSpec? NotItsMatter)
{
    /// <summary>What is known of the world in the three.</summary>
    public PreflightContext Context { get; init; } = Specs.Context;
}

/// <summary>The three cases of every rule of <see cref="JobPreflight"/>.</summary>
internal static class RuleCases
{
    public const string Closed =
        """
        p = argparse.ArgumentParser()
        p.add_argument("--output_dir", required=True)
        p.add_argument("--save_steps", type=int, default=500)
        p.add_argument("--bf16", action="store_true", help="use (bf16)")
        args = p.parse_args()
        """;

    private const string Gpu4 = "ecs.gn7i-4x.16xlarge";
    private static readonly JobSpec Job = Specs.Job;
    private static readonly JobSpec Empty = new();
    private static readonly JobSpec Spot = Job with { Spot = new SpotTerms(0.8m, null) };

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RequiredFields", Job with { Name = "" }, "field-required", Job, null),
        new("Names", Job with { Name = "a\u0007b" }, "job-name", Job, Job with { Name = "" }),
        new("JobTypes", Job with { Type = "pytorchjob" }, "job-type-unknown", Job, Job with { Type = "" }),
        new("Counts", Job with { Roles = [Job.Roles[0] with { Count = 2 }] }, "one-master", Job, Job with { Roles = [] }),
        new("RestartPolicies", Policy("never"), "restart-policy", Policy("Never"), Job),
        new("KnownSku", Sku("ecs.none.xlarge"), "sku-unknown", Job, Sku("")),
        new("JobStock", Job, "job-sku-no-stock", Sku(Gpu4), Sku("ecs.g7.xlarge"))
        {
            Context = Specs.Context with { Availability = new Dictionary<string, bool> { ["ecs.gn7i-c8g1.2xlarge"] = false, [Gpu4] = true } },
        },
        new("KnownImage", Job with { Image = "pytorch:2.3" }, "image-no-registry", Job, Job with { Image = "" }),
        new("PinnedImage", Job with { Image = "registry.example.com/team/train:latest" }, "image-not-pinned", Job, Job with { Image = "" }),
        new("ImageOnSku", Job with { Image = Specs.CpuImage }, "cpu-image-on-gpu", Job, Job with { Image = "" }),
        new("Mounts", Mount("mnt/data"), "mount-path-relative", Job, Job with { Data = [] }),
        new("OutputMount", Job with { OutputPath = "oss://b/out/", Data = [new DataMount("d-1", null, "/mnt/output")] }, "output-mount-taken",
            Said("/mnt/data/out", "/mnt/output/run") with { OutputPath = "oss://b/out/" }, Job),
        new("CodePlace", Job with { Code = new JobCode("code-1", "/mnt/data/code") }, "code-path", Job with { Code = new JobCode("code-1", "/mnt/code") }, Job),
        new("EnvNames", Env("RANK", "1"), "env-injected", Env("SEED", "1"), Job),
        new("Secrets", Env("WANDB_API_KEY", "abcdefgh"), "secret-in-env", Env("TOKENIZERS_PARALLELISM", "false"), Job with { Command = "" }),
        new("Labels", Job with { Labels = new Dictionary<string, string> { ["aliyun-x"] = "1" } }, "label-key",
            Job with { Labels = new Dictionary<string, string> { ["team"] = "a" } }, Job),
        new("Limits", Job with { Priority = 12 }, "priority-range", Job with { Priority = 3 }, Job),
        new("PriceLimit", Job with { Plan = new JobPlan { MaxPerHour = 1 } }, "price-above-limit", Job with { Plan = new JobPlan { MaxPerHour = 1000 } }, Job),
        new("Spot", Spot with { Spot = new SpotTerms(80, null) }, "spot-discount", Spot, Job) { Context = Specs.Context },
        new("Resumes", Spot with { Resume = new(30) }, "resume-times", Spot with { Command = Job.Command + " --resume_from_checkpoint=latest", Resume = new(3) }, Job),
        new("TimeLimit", Spot, "spot-no-time-limit", Spot with { MaxRunningMinutes = 60 }, Job),
        new("Launch", Said("node=1", "node=4"), "nproc-exceeds-gpus", Job, Job with { Command = "nvidia-smi" }),
        new("Rendezvous", Said("--rdzv_endpoint=$MASTER_ADDR:$MASTER_PORT", "--node_rank=$RANK --master_addr=10.0.0.7"), "master-addr-literal",
            Said("--rdzv_endpoint=$MASTER_ADDR:$MASTER_PORT", "--node_rank=$RANK --master_addr=$MASTER_ADDR"), Job with { Roles = [Job.Roles[0]] }),
        new("NodeCounting", Job with { Command = "python /mnt/data/t.py --rank=$RANK" }, "rank-as-process", Job with { Command = Job.Command + " --rank=$LOCAL_RANK", Env = new Dictionary<string, string> { ["LOCAL_RANK"] = "0" } }, Job),
        new("DurableOutput", Said("/mnt/data/out", "/root/checkpoints"), "output-lost", Job, Said("--output_dir=/mnt/data/out", "")),
        new("FilesOfTheCommand", Said("/mnt/data/train.py", "train.py"), "script-relative", Job, Job with { Command = "nvidia-smi" }),
        new("MountedPaths", Job with { Command = Job.Command + " --data_path=/mnt/sft" }, "path-not-mounted", Job with { Command = Job.Command + " --data_path=/mnt/data/sft" }, Job),
        new("ScriptArguments", Said("--save_steps=100", ""), "checkpoint-cadence-unknown", Job, Job with { Command = "nvidia-smi" }),
        new("DeclaredArguments", Script(Closed, " --bf16=true"), "script-arg-switch", Script(Closed, " --bf16"), Job),
        new("BatchSize", Job with { Command = Job.Command + " --batch_size=0" }, "batch-not-positive", Job with { Command = Job.Command + " --batch_size=4" }, Job),
        new("ModelMemory", Job with { Command = Job.Command + " --model=/mnt/data/Qwen2.5-7B" }, "model-memory",
            Job with { Command = Job.Command + " --model=/mnt/data/Qwen2.5-7B --lora_r=16" }, Job),
        new("DeviceMap", Script("m = load(device_map=\"auto\")").OnFour(4), "device-map-with-launcher", Script("m = load(device_map=\"auto\")").Alone(), Script("m = load()")),
        new("Resuming", Spot, "resume-missing", Spot with { Command = Job.Command + " --resume_from_checkpoint=latest" }, Job),
        new("CheckpointCadence", Plan(1000, "--save_steps=100"), "checkpoint-after-end", Plan(100_000, "--save_steps=100"), Job),
        new("CheckpointOrder", Script("c = sorted(glob.glob(\"/mnt/data/checkpoints/step-*\"))\nlatest = c[-1]"), "checkpoint-order-text",
            Script("c = sorted(glob.glob(\"/mnt/data/checkpoints/step-*\"), key=number)"), Script("print(1)")),
        new("AdapterOutput", Script("c = LoraConfig(r=16)"), "output-is-adapter", Script("c = LoraConfig(r=16)\nm = m.merge_and_unload()"), Script("print(1)")),
    ];

    private static JobSpec Said(string old, string other) => Job with { Command = Job.Command.Replace(old, other, StringComparison.Ordinal) };

    private static JobSpec Sku(string sku) => Job with { Roles = [.. Job.Roles.Select(role => role with { Sku = sku })] };

    private static JobSpec Policy(string policy) => Job with { Roles = [Job.Roles[0] with { RestartPolicy = policy }, Job.Roles[1]] };

    private static JobSpec Mount(string path) => Job with { Data = [new DataMount("d-1", null, path)] };

    private static JobSpec Env(string name, string value) => Job with { Env = new Dictionary<string, string> { [name] = value } };

    private static JobSpec Script(string text, string more = "") => Job with { Command = Job.Command + more, Plan = new JobPlan { Script = text } };

    private static JobSpec Plan(long samples, string save) => Said("--save_steps=100", $"{save} --batch_size=8 --num_train_epochs=1") with { Plan = new JobPlan { Samples = samples } };

    private static JobSpec OnFour(this JobSpec job, int nproc) => job with
    {
        Roles = [.. job.Roles.Select(role => role with { Sku = Gpu4 })],
        Command = job.Command.Replace("node=1", $"node={nproc}", StringComparison.Ordinal),
    };

    private static JobSpec Alone(this JobSpec job) => job with { Roles = [job.Roles[0]], Command = "python /mnt/data/train.py --output_dir=/mnt/data/out" };

    /// <summary>Nothing at all.</summary>
    public static JobSpec Nothing => Empty;
}
