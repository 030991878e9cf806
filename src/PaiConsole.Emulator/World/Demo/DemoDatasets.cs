using PaiConsole.Emulator.AiWorkspace;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>The registered data of this team.</summary>
internal static class DemoDatasets
{
    /// <summary>Named as the claim in manifests that came from Kubernetes, so that they resolve.</summary>
    public const string Shared = "d-oss0pvc7k2m9q4x1aa";
    public const string Sft = "d-sft3n8v1c6z0w5yqbb";
    public const string Pretrain = "d-pre9h4t7b2d5f8ukcc";
    public const string Coco = "d-coco1r6e3g9j2l5pdd";
    public const string Clicks = "d-clk5s0a8x4m7n1oiee";
    public const string Home = "d-home2y7u3i6p9e4tff";

    public static void Sow(World world)
    {
        var host = $"oss-{world.Options.Region}-internal.aliyuncs.com";
        Add(Shared, "oss-pvc", $"oss://shop-ai-train.{host}/shared/", "COMMON", "Shared training data, the claim of the old cluster", "/mnt/data", "xulei", 290);
        Add(Sft, "sft-dialogues-v3", $"oss://shop-ai-train.{host}/nlp/sft-v3/", "TEXT", "1.2 million cleaned dialogues", "/mnt/data/sft", "zhangwei", 62);
        Add(Pretrain, "zh-pretrain-200b", $"oss://shop-ai-corpus.{host}/zh-200b/", "TEXT", "Chinese pretraining corpus, tokenised", "/mnt/corpus", "liuyang", 180);
        Add("d-dpo4k9q2w7e1r6tygg", "dpo-pairs-v1", $"oss://shop-ai-train.{host}/nlp/dpo-v1/", "TEXT", "Preference pairs from the annotators", "/mnt/data/dpo", "chenxiaoyu", 27);
        Add(Coco, "coco2017", $"oss://shop-ai-vision.{host}/coco2017/", "PIC", "COCO 2017", "/mnt/data/coco", "wangfang", 300);
        Add("d-ocr8z3x6c1v4b9nmhh", "receipts-ocr", $"oss://shop-ai-vision.{host}/receipts/", "PIC", "Scanned receipts with boxes", "/mnt/data/receipts", "daniel.reed", 95);
        Add("d-vid6l1k4j9h2g7fdii", "short-videos", $"oss://shop-ai-vision.{host}/videos/", "VIDEO", "Short videos for tagging", "/mnt/data/videos", "sunhao", 40);
        Add(Clicks, "click-log-90d", $"oss://shop-ai-recsys.{host}/clicks/", "COMMON", "Ninety days of clicks, parquet", "/mnt/data/clicks", "zhaomin", 120);
        Add("d-asr0p5o8i3u6y1trjj", "call-centre-audio", $"oss://shop-ai-train.{host}/asr/calls/", "AUDIO", "Calls with transcripts", "/mnt/data/asr", "emma.clark", 51);
        Add(Home, "team-home", $"nas://0a1b2c48d9-kfj41.{world.Options.Region}.nas.aliyuncs.com/home/", "COMMON", "Everybody's home", "/mnt/home", "tom.becker", 320);

        void Add(string id, string name, string uri, string type, string about, string mount, string owner, int daysAgo)
        {
            var person = Team.Named(owner);
            world.Assets.Datasets.Add(new Dataset(id, name, uri, type, about, mount, person.Id, person.Workspace, world.Now.AddDays(-daysAgo)));
        }
    }
}
