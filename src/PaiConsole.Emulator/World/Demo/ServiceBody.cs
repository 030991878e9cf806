using System.Text.Json;
using PaiConsole.Emulator.Eas;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>The service document as a person of the team would have written it.</summary>
internal static class ServiceBody
{
    private const int Port = 8000;
    private const int ScaleDownSeconds = 300;

    public static ServiceDocument Of(World world, ServicePlan plan)
    {
        var owner = Team.Named(plan.Owner);
        Dictionary<string, object?> metadata = new(StringComparer.Ordinal)
        {
            ["name"] = plan.Name,
            ["instance"] = plan.Instances,
            ["workspace_id"] = owner.Workspace,
            ["rpc.keepalive"] = 600_000,
        };
        if (plan.Weight > 0)
            metadata["group"] = ServicePlan.CanaryGroup;
        Dictionary<string, object?> document = new(StringComparer.Ordinal)
        {
            ["metadata"] = metadata,
            ["cloud"] = new { computing = new { instances = new[] { new { type = plan.Sku, spot_price_limit = plan.SpotLimit } } } },
            ["labels"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["owner"] = owner.Name, ["team"] = owner.Group },
        };
        if (plan.IsProcessor)
            Processor(document, world, plan);
        else
            Container(document, world, plan);
        if (plan.Most > 0)
            document["autoscaler"] = new
            {
                min = plan.Instances,
                max = plan.Most,
                strategies = new Dictionary<string, double>(StringComparer.Ordinal) { ["qps"] = plan.PerInstance },
                behavior = new { scaleUp = new { stabilizationWindowSeconds = 0 }, scaleDown = new { stabilizationWindowSeconds = ScaleDownSeconds } },
            };
        return new(JsonSerializer.SerializeToElement(document, WireJson.Wire));
    }

    private static void Container(Dictionary<string, object?> document, World world, ServicePlan plan)
    {
        var image = plan.Runs.StartsWith("pai-eas/", StringComparison.Ordinal)
            ? DemoImages.Pai(world, "eas", plan.Runs)
            : $"shop-ai-registry-vpc.{world.Options.Region}.cr.aliyuncs.com/serving/{plan.Runs["shop-ai/".Length..]}";
        document["containers"] = new[] { new { image, script = plan.Script, port = Port, env = new[] { new { name = "LOG_LEVEL", value = "info" } } } };
        document["storage"] = new[] { new { mount_path = "/model_dir", oss = new { path = $"oss://shop-ai-models/{plan.Model}/", readOnly = true } } };
    }

    private static void Processor(Dictionary<string, object?> document, World world, ServicePlan plan)
    {
        document["model_path"] = $"oss://shop-ai-models.oss-{world.Options.Region}-internal.aliyuncs.com/{plan.Script}";
        if (plan.Runs != "sklearn")
        {
            document["processor"] = plan.Runs;
            return;
        }

        // There is no built-in processor for scikit-learn: the team brings its own in Python.
        document["processor_type"] = "python";
        document["processor_path"] = $"oss://shop-ai-models.oss-{world.Options.Region}-internal.aliyuncs.com/processors/sklearn_processor.tar.gz";
        document["processor_entry"] = "./sklearn_processor.py";
    }
}
