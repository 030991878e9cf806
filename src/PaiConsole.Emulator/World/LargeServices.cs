using System.Globalization;
using System.Text.Json;
using PaiConsole.Emulator.Eas;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.World;

/// <summary>Any number of services: most run, every eighth is stopped, every fifth scales by itself.</summary>
internal static class LargeServices
{
    private static readonly string[] Kinds = ["qwen_chat", "bge_embedding", "sdxl", "ranker", "ocr", "asr"];
    private static readonly string[] Skus = ["ecs.gn7i-c8g1.2xlarge", "ecs.gn6i-c4g1.xlarge", "ecs.g7.4xlarge", "ecs.gn7-c12g1.3xlarge"];

    public static void Sow(World world, int count)
    {
        var first = world.Services.Count;
        for (var i = first; i < first + count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Kinds[i % Kinds.Length]}_{i:0000}");
            var replicas = 1 + i % 4;
            var document = JsonSerializer.SerializeToElement(new
            {
                metadata = new { name, instance = replicas, workspace_id = People.DefaultWorkspace },
                cloud = new { computing = new { instances = new[] { new { type = Skus[i % Skus.Length] } } } },
                containers = new[] { new { image = $"eas-registry-vpc.{world.Options.Region}.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu", script = "vllm serve /model_dir --port 8000", port = 8000 } },
                autoscaler = i % 5 == 0 ? new { min = 1, max = 6, strategies = new { qps = 10 } } : null,
            }, WireJson.Wire);
            ModelService service = new(world, new ServiceDocument(document), People.KeyOwner);
            world.Services.Add(service);
            var created = world.Now.AddDays(-1 - world.Random.Next(200)).AddSeconds(-world.Random.Next(86400));
            DateTimeOffset? end = i % 8 == 7 ? world.Now.AddSeconds(-world.Random.Next(3600, 80000)) : null;
            service.Remember(created, [(created.AddSeconds(100), end, replicas)], end is null ? "Running" : "Stopped", 1 + i % 6);
        }
    }
}
