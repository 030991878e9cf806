using System.Text.Json;
using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>The body of CreateJob as a person of the team would have sent it.</summary>
internal static class JobBody
{
    private const double UsualSpotLimit = 0.6;

    /// <summary>What a job on spot capacity is told, so that it goes on where it was.</summary>
    private const string Survives = " --output_dir /mnt/output --save_steps 20 --save_total_limit 2 --resume_from_checkpoint true";

    public static JobRequest Of(World world, JobSeries series, Person owner, string name, int priority, double? spotLimit = null, bool deletedImage = false)
    {
        var spot = spotLimit ?? (series.Spot ? UsualSpotLimit : null);
        var image = deletedImage ? DemoImages.Deleted : Image(world, series);
        var body = new
        {
            DisplayName = name,
            JobType = series.Type,
            WorkspaceId = owner.Workspace,
            UserCommand = $"cd /mnt/code && {series.Command}{(spot is null ? "" : Survives)}",
            Priority = priority,
            JobMaxRunningTimeMinutes = 24 * 60 * 3,
            JobSpecs = Roles(series).Select(r => new
            {
                Type = r.Role,
                Image = image,
                PodCount = r.Pods,
                EcsSpec = r.Sku,
                RestartPolicy = "OnFailure",
                SpotSpec = spot is { } limit && r.Sku == series.Sku ? new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = limit } : null,
            }).ToArray(),
            Envs = Envs(series),
            DataSources = new object[]
            {
                new { DataSourceId = series.Dataset, MountPath = "/mnt/data" },
                new { Uri = $"oss://shop-ai-train.oss-{world.Options.Region}-internal.aliyuncs.com/output/{owner.Name}/{name}/", MountPath = "/mnt/output" },
            },
            CodeSource = new { CodeSourceId = "code-" + series.Group + "-main", Branch = "main", MountPath = "/mnt/code" },
            Settings = new { Tags = new { team = series.Group, owner = owner.Name }, EnableErrorMonitoringInAIMaster = false, ElasticSpotJobMaxRestartTimes = spot is null ? (int?)null : 10 },
        };
        return new(JsonSerializer.SerializeToElement(body, WireJson.Wire));
    }

    private static (string Role, int Pods, string Sku)[] Roles(JobSeries series) => series.Type switch
    {
        "TFJob" => [("Chief", 1, series.Sku), ("PS", 1, "ecs.r7.2xlarge"), ("Worker", series.Pods - 1, series.Sku)],
        "MPIJob" => [("Master", 1, "ecs.g7.xlarge"), ("Worker", series.Pods, series.Sku)],
        "XGBoostJob" => [("Master", 1, series.Sku), ("Worker", series.Pods - 1, series.Sku)],
        _ => [("Worker", series.Pods, series.Sku)],
    };

    private static Dictionary<string, string> Envs(JobSeries series)
    {
        Dictionary<string, string> envs = new(StringComparer.Ordinal) { ["PYTHONUNBUFFERED"] = "1", ["TEAM"] = series.Group };
        if (SkuCatalogue.Find(series.Sku) is { Gpu: > 0 })
            envs["NCCL_DEBUG"] = "INFO";
        if (series.Pods > 1 && series.Type == "PyTorchJob")
            envs["NCCL_SOCKET_IFNAME"] = "eth0";
        if (series.Group == "nlp")
            envs["HF_HOME"] = "/mnt/data/hf";
        if (series.Group == "recsys")
            envs["BIZDATE"] = "${bizdate}";
        return envs;
    }

    private static string Image(World world, JobSeries series) => (series.Group, series.Type) switch
    {
        ("nlp", _) => series.Pods > 1 ? DemoImages.PyTorch(world) : DemoImages.TeamLlm,
        ("vision", "MPIJob") => DemoImages.ModelScope(world),
        ("vision", _) => DemoImages.TeamVision,
        ("recsys", "TFJob") => DemoImages.ModelScopeTf(world),
        ("recsys", "XGBoostJob") => DemoImages.TeamRecsys,
        ("recsys", _) => DemoImages.EasyRec(world),
        _ => DemoImages.ModelScopeCpu(world),
    };
}
