namespace PaiConsole.Emulator.Tests.Eas;

/// <summary>Service documents that tests start from.</summary>
internal static class EasExamples
{
    public const string Sku = "ecs.gn7i-c8g1.2xlarge";
    public const string Region = "cn-shanghai";

    public static Dictionary<string, object?> Vllm(string name = "qwen3_8b", int instance = 1, string? group = null, string tag = "0.14.0-gpu", object? autoscaler = null, double? spot = null)
    {
        Dictionary<string, object?> metadata = new() { ["name"] = name, ["instance"] = instance, ["workspace_id"] = "268", ["rpc.keepalive"] = 600000 };
        if (group is not null)
            metadata["group"] = group;
        Dictionary<string, object?> document = new()
        {
            ["metadata"] = metadata,
            ["cloud"] = new { computing = new { instances = new[] { spot is { } limit ? (object)new { type = Sku, spot_price_limit = limit } : new { type = Sku } } } },
            ["containers"] = new[] { new { image = "eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/vllm:" + tag, script = "vllm serve /model_dir --port 8000", port = 8000 } },
            ["storage"] = new[] { new { mount_path = "/model_dir", oss = new { path = "oss://models/Qwen3-8B/", readOnly = true } } },
            ["labels"] = new Dictionary<string, string> { ["team"] = "nlp" },
        };
        if (autoscaler is not null)
            document["autoscaler"] = autoscaler;
        return document;
    }

    public static Dictionary<string, string> Of(string name, params (string Key, string Value)[] more)
    {
        Dictionary<string, string> query = new() { ["ClusterId"] = Region, ["ServiceName"] = name };
        foreach (var (key, value) in more)
            query[key] = value;
        return query;
    }
}
