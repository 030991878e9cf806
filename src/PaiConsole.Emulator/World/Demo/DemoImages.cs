using PaiConsole.Emulator.AiWorkspace;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>The images this team uses: PAI's own and three that it built.</summary>
internal static class DemoImages
{
    private const string Own = "shop-ai-registry-vpc.cn-shanghai.cr.aliyuncs.com/ml/";

    public const string TeamLlm = Own + "llm-train:v14-gpu-py312-cu128";
    public const string TeamVision = Own + "det-train:2.6-gpu-py311-cu124";
    public const string TeamRecsys = Own + "ctr-train:1.9-cpu-py310";

    /// <summary>A tag that was deleted from the registry; pulling it fails.</summary>
    public const string Deleted = Own + "llm-train:v11-gpu-py310-cu121";

    public static string PyTorch(World world) => Pai(world, "dsw", "pai/pytorch:2.8.0-gpu-py312-cu128-ubuntu24.04-3995b779-1764359181");

    public static string ModelScope(World world) => Pai(world, "dsw", "pai/modelscope:1.34.0-pytorch2.9.1-gpu-py311-cu124-ubuntu22.04");

    public static string ModelScopeCpu(World world) => Pai(world, "dsw", "pai/modelscope:1.34.0-pytorch2.3.1-cpu-py311-ubuntu22.04");

    /// <summary>PyTorch 2.3, TensorFlow 2.16, Python 3.10 and CUDA 12.1 in one.</summary>
    public static string ModelScopeTf(World world) => Pai(world, "dsw", "pai/modelscope:1.16.1-pytorch2.3.0tensorflow2.16.1-gpu-py310-cu121-ubuntu22.04");

    public static string EasyRec(World world) => Pai(world, "dsw", "pai/torcheasyrec:1.1.0-pytorch2.10.0-gpu-py311-cu129-ubuntu22.04");

    public static string Pai(World world, string product, string repository) =>
        $"{product}-registry-vpc.{world.Options.Region}.cr.aliyuncs.com/{repository}";

    /// <summary>Registers the team's own.</summary>
    public static void Sow(World world)
    {
        Add("image-7c1e0f42a9", TeamLlm, "Fine-tuning of language models, with flash-attn and DeepSpeed", "xulei", gpu: true, 19);
        Add("image-b53a9d0c17", TeamVision, "Detection training, with mmdet and DALI", "sunhao", gpu: true, 44);
        Add("image-02fd8e6b74", TeamRecsys, "CTR models and XGBoost on CPU", "huangjie", gpu: false, 71);

        void Add(string id, string uri, string about, string owner, bool gpu, int daysAgo) => world.Assets.Images.Add(new Image(
            id,
            uri[(uri.LastIndexOf('/') + 1)..],
            uri,
            about,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["system.chipType"] = gpu ? "GPU" : "CPU",
                ["system.supported.dlc"] = "true",
                ["system.supported.dsw"] = "true",
            },
            Team.Named(owner).Id,
            world.Now.AddDays(-daysAgo)));
    }
}
