using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Services;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Tests.Preflight;

/// <summary>Specs with which nothing is wrong, to be spoilt one way at a time.</summary>
internal static class Specs
{
    public const string GpuImage = "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch:2.8.0-gpu-py312-cu128-ubuntu24.04";
    public const string CpuImage = "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch:2.8.0-cpu-py312-ubuntu24.04";

    public static PreflightContext Context { get; } = new(
        "cn-shanghai", SkuCatalogue.Embedded, PriceBook.Embedded, [new Dataset("d-1", "team", "OSS", "oss://b/", "1")], []);

    public static JobSpec Job { get; } = new()
    {
        Name = "train",
        Command = "torchrun --nproc_per_node=1 --nnodes=2 --rdzv_endpoint=$MASTER_ADDR:$MASTER_PORT /mnt/data/train.py --output_dir=/mnt/data/out --save_steps=100",
        Image = GpuImage,
        Roles = [new JobRoleSpec("Master", 1, "ecs.gn7i-c8g1.2xlarge"), new JobRoleSpec("Worker", 1, "ecs.gn7i-c8g1.2xlarge")],
        Data = [new DataMount("d-1", null, "/mnt/data")],
    };

    public static NotebookSpec GoodNotebook { get; } = new()
    {
        Name = "dev_notebook", Sku = "ecs.gn7i-c8g1.2xlarge", Image = GpuImage, IdleRule = new IdleRule(20, 10, 30),
    };

    public static ServiceSpec Service { get; } = new()
    {
        Name = "qwen_7b", Sku = "ecs.gn7i-c8g1.2xlarge", Image = "eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu",
        Port = 8000, HealthCheck = "/health", Model = "oss://b/models/qwen/", Autoscaler = new AutoscalerSpec(1, 4, new Dictionary<string, decimal> { ["qps"] = 30 }),
    };

    /// <summary>The rules that have something to say, with the fields.</summary>
    public static string Say(IEnumerable<Finding> findings) =>
        string.Join(' ', findings.Select(finding => finding.Field is null ? finding.Rule : $"{finding.Rule}@{finding.Field}"));

    public static string Say(JobSpec spec) => Say(JobPreflight.Check(spec, Context));

    public static string Say(NotebookSpec spec) => Say(NotebookPreflight.Check(spec, Context));

    public static string Say(ServiceSpec spec) => Say(ServicePreflight.Check(spec, Context));
}
