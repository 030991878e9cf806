namespace PaiConsole.Emulator.Tests.Wire;

/// <summary>Requests that tests start from.</summary>
internal static class Examples
{
    public const string Image = "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch:2.6.0-gpu-py312-cu126-ubuntu22.04";
    public const string Sku = "ecs.gn7i-c8g1.2xlarge";

    public static Dictionary<string, object?> Job(string name = "mnist-ddp", string command = "torchrun train.py --epochs 3", Dictionary<string, string>? envs = null, object? spot = null, int pods = 2, object? settings = null) => new()
    {
        ["DisplayName"] = name,
        ["JobType"] = "PyTorchJob",
        ["WorkspaceId"] = "268",
        ["UserCommand"] = command,
        ["JobSpecs"] = new[] { spot is null ? (object)new { Type = "Worker", Image, PodCount = pods, EcsSpec = Sku, RestartPolicy = "OnFailure" } : new { Type = "Worker", Image, PodCount = pods, EcsSpec = Sku, RestartPolicy = "OnFailure", SpotSpec = spot } },
        ["Envs"] = envs ?? new() { ["NCCL_DEBUG"] = "INFO" },
        ["DataSources"] = new object[] { new { DataSourceId = "d-vsqjvsjp4orp5l206u", MountPath = "/mnt/data" }, new { Uri = "oss://bucket.oss-cn-shanghai-internal.aliyuncs.com/out/", MountPath = "/mnt/out" } },
        ["CodeSource"] = new { CodeSourceId = "code-0a1b2c3d4e", Branch = "main", MountPath = "/mnt/code" },
        ["Priority"] = 5,
        ["Settings"] = settings ?? new { Tags = new Dictionary<string, string> { ["team"] = "nlp" } },
    };

    public static Dictionary<string, object?> Notebook(string name = "exp_nlp", string sku = Sku) => new()
    {
        ["InstanceName"] = name,
        ["WorkspaceId"] = "268",
        ["EcsSpec"] = sku,
        ["ImageUrl"] = Image,
        ["Accessibility"] = "PRIVATE",
        ["CloudDisks"] = new[] { new { SubType = "rootfs", Capacity = "100Gi" } },
        ["Datasets"] = new[] { new { DatasetId = "d-vsqjvsjp4orp5l206u", MountPath = "/mnt/data", MountAccess = "RW" } },
        ["EnvironmentVariables"] = new Dictionary<string, string> { ["HF_HOME"] = "/mnt/data/hf" },
        ["Labels"] = new[] { new { Key = "team", Value = "nlp" } },
    };
}
