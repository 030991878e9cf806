using System.Runtime.CompilerServices;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Engine.Tests.Manifests;

internal static class Samples
{
    private const string Registry = "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/";

    /// <summary>The manifest of the article, word for word.</summary>
    public static string DlcJob { get; } = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "dlc_job.yaml"));

    /// <summary>The training script of the article, word for word.</summary>
    public static string TrainSft { get; } = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "train_sft.py"));

    public static PreflightContext Context { get; } = new(
        "cn-shanghai", SkuCatalogue.Embedded, PriceBook.Embedded,
        [new Dataset("d-oss1", "oss-pvc", "OSS", "oss://team-data.oss-cn-shanghai-internal.aliyuncs.com/", "1")],
        [
            Image("image-a", "pytorch:2.8.0-gpu-py313-cu129-ubuntu22.04-3995b779-1764361782"),
            Image("image-b", "modelscope:1.20.0-pytorch2.4.0-gpu-py310-cu124-ubuntu22.04"),
            Image("image-c", "modelscope:1.16.1-pytorch2.3.0tensorflow2.16.1-gpu-py310-cu121-ubuntu22.04"),
            Image("image-d", "modelscope:1.34.0-pytorch2.3.1-cpu-py311-ubuntu22.04"),
        ]);

    private static ContainerImage Image(string id, string name) =>
        new(id, name, Registry + name, new Dictionary<string, string>(StringComparer.Ordinal), null);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
