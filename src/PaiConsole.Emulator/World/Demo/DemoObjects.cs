using System.Globalization;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>What lies in the team's buckets: the data its datasets name, the models its services load, and the guide's own bucket.</summary>
internal static class DemoObjects
{
    private const long Mega = 1_000_000;
    private const long Giga = 1_000_000_000;

    public static void Sow(World world)
    {
        Sheaf(world, "shop-ai-train/nlp/sft-v3", "part-{0:00000}.jsonl", 64, 31 * Mega, 62);
        Sheaf(world, "shop-ai-train/nlp/dpo-v1", "pairs-{0:000}.parquet", 12, 48 * Mega, 27);
        Sheaf(world, "shop-ai-train/asr/calls", "2026/audio-{0:0000}.tar", 90, 512 * Mega, 51);
        Sheaf(world, "shop-ai-train/shared/hf", "blobs/{0:000}.bin", 24, 2 * Giga, 200);
        Sheaf(world, "shop-ai-corpus/zh-200b", "shard-{0:00000}.bin", 2600, 155 * Mega, 180);
        Sheaf(world, "shop-ai-vision/coco2017", "train2017/{0:00000}.tar", 118, 165 * Mega, 300);
        Sheaf(world, "shop-ai-vision/coco2017", "val2017/{0:00000}.tar", 5, 163 * Mega, 300);
        Sheaf(world, "shop-ai-vision/coco2017", "annotations/instances_{0}.json", 2, 448 * Mega, 300);
        Sheaf(world, "shop-ai-vision/receipts", "scan-{0:0000}.tar", 36, 210 * Mega, 95);
        Sheaf(world, "shop-ai-vision/videos", "clip-{0:00000}.mp4", 420, 9 * Mega, 40);
        Sheaf(world, "shop-ai-recsys/clicks", "day-{0:00}/part-0.parquet", 90, 1_200 * Mega, 90);
        foreach (var plan in ServicePlan.All.Where(p => p.Model is { Length: > 0 }).DistinctBy(p => p.Model))
            Model(world, $"oss://{DemoBuckets.Models}/{plan.Model}", 200);
        Guide(world);
    }

    /// <summary>The bucket that the guide's commands name: data, a base model and a run whose newest checkpoint was cut short.</summary>
    private static void Guide(World world)
    {
        Sheaf(world, "my-bucket/datasets/sft-v1", "train-{0:000}.jsonl", 8, 42 * Mega, 30);
        Sheaf(world, "my-bucket/datasets/customer-service", "sft_data-{0}.jsonl", 1, 18 * Mega, 20);
        Model(world, "oss://my-bucket/models/Qwen2.5-7B", 55);
        foreach (var (step, hours) in new[] { (9000, 9), (9500, 6), (10000, 3) })
        {
            var (folder, at) = (string.Create(CultureInfo.InvariantCulture, $"oss://my-bucket/checkpoints/qwen25-7b-sft-001/step-{step}"), world.Now.AddHours(-hours));
            Model(world, folder, hours / 24.0);
            if (step == 10000)
                continue;
            world.Buckets.Put($"{folder}/optimizer.pt", 60_928_000_000, at);
            world.Buckets.Put($"{folder}/scheduler.pt", 1_064, at);
        }
    }

    private static void Model(World world, string folder, double daysAgo)
    {
        const int shards = 4;
        var at = world.Now.AddDays(-daysAgo);
        for (var shard = 1; shard <= shards; shard++)
            world.Buckets.Put(string.Create(CultureInfo.InvariantCulture, $"{folder}/model-{shard:00000}-of-{shards:00000}.safetensors"), 3_808_000_000, at);
        world.Buckets.Put($"{folder}/model.safetensors.index.json", """{"metadata":{"total_size":15232000000},"weight_map":{}}""", at);
        world.Buckets.Put($"{folder}/config.json", """{"model_type":"qwen2","torch_dtype":"bfloat16"}""", at);
        world.Buckets.Put($"{folder}/tokenizer.json", 11_421_896, at);
    }

    private static void Sheaf(World world, string place, string name, int count, long size, int daysAgo)
    {
        for (var i = 0; i < count; i++)
        {
            var own = string.Format(CultureInfo.InvariantCulture, name, i);
            var spread = 0.7 + 0.6 * Signal.Unit(place + own, 7);
            world.Buckets.Put($"oss://{place}/{own}", (long)(size * spread), world.Now.AddDays(-daysAgo).AddSeconds(i * 11));
        }
    }
}
