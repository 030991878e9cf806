using System.Text.Json;
using System.Text.Json.Nodes;
using PaiConsole.Domain.Services;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Syncing;
using Eas = PaiConsole.Cloud.Eas;

namespace PaiConsole.Engine.Services;

/// <summary>Between the EAS wire (a service JSON document above all) and the Domain's words.</summary>
internal static class ServiceTranslator
{
    /// <summary>Where the model is mounted in image mode.</summary>
    public const string ModelMount = "/mnt/model/";

    public static ModelService ToDomain(Eas.Service wire, string region)
    {
        var config = Parse(wire.ServiceConfig);
        var metadata = config?["metadata"] as JsonObject;
        var scaler = config?["autoscaler"] as JsonObject;
        return new ModelService
        {
            Name = wire.ServiceName ?? "",
            Id = wire.ServiceId ?? wire.ServiceUid ?? wire.ServiceName ?? "",
            Status = ServiceStates.Parse(wire.Status),
            StatusWord = wire.Status ?? "",
            Reason = Wire.Reason(wire.Reason, wire.Message),
            Owner = OwnerOf(wire),
            WorkspaceId = Wire.Text(wire.WorkspaceId) ?? Text(metadata?["workspace_id"]),
            Region = Wire.Text(wire.Region) ?? region,
            Sku = SkuOf(config),
            Replicas = wire.TotalInstance ?? 0,
            RunningReplicas = wire.RunningInstance ?? 0,
            PendingReplicas = wire.PendingInstance ?? 0,
            Cpu = wire.Cpu,
            MemoryMb = wire.Memory,
            Gpu = wire.Gpu,
            Image = Wire.Text(wire.Image) ?? Text((config?["containers"] as JsonArray)?.FirstOrDefault()?["image"]),
            Processor = Text(config?["processor"]) ?? Text(config?["processor_type"]),
            ModelUri = ModelOf(config),
            Group = Wire.Text(wire.ServiceGroup) ?? Text(metadata?["group"]),
            TrafficState = wire.TrafficState,
            Weight = wire.Weight,
            Version = wire.CurrentVersion,
            LatestVersion = wire.LatestVersion,
            Autoscaled = wire.AutoscalerEnabled == true,
            MinReplicas = Number(scaler?["min"]),
            MaxReplicas = Number(scaler?["max"]),
            SafetyLock = wire.SafetyLock,
            Labels = Wire.Labels((wire.Labels ?? []).Select(label => (label.LabelKey, label.LabelValue))),
            CreatedAt = wire.CreateTime,
            UpdatedAt = wire.UpdateTime,
            Config = WithoutToken(config),
        };
    }

    public static long FingerprintOf(ModelService service) => new Fingerprint()
        .Add(service.Id).Add(service.StatusWord).Add(service.Reason?.Code).Add(service.Reason?.Message).Add(service.Sku)
        .Add(service.Replicas).Add(service.RunningReplicas).Add(service.PendingReplicas).Add(service.Image).Add(service.Group)
        .Add(service.TrafficState).Add(service.Weight).Add(service.Version).Add(service.LatestVersion).Add(service.Autoscaled)
        .Add(service.SafetyLock).Add(service.Labels).Add(service.UpdatedAt).Add(service.Config).Add(service.Owner.Name).Value;

    /// <summary>The service document of a spec, as CreateService takes it.</summary>
    public static JsonObject ToWire(ServiceSpec spec, string? workspaceId, string operationId)
    {
        var document = new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = spec.Name, ["instance"] = spec.Replicas },
            ["cloud"] = new JsonObject { ["computing"] = new JsonObject { ["instances"] = new JsonArray(new JsonObject { ["type"] = spec.Sku }) } },
            ["labels"] = new JsonObject { [Wire.OperationLabel] = operationId },
        };
        if ((spec.WorkspaceId ?? workspaceId) is { } workspace)
            document["metadata"]!["workspace_id"] = workspace;
        if (spec.Image is { } image)
            document["containers"] = new JsonArray(Container(spec, image));
        if (spec.Processor is { } processor)
            document["processor"] = processor;
        if (spec.Model is { } model)
            Mount(document, spec, model);
        if (spec.Autoscaler is { } scaler)
            document["autoscaler"] = Scaler(scaler);
        return document;
    }

    private static JsonObject Container(ServiceSpec spec, string image)
    {
        var container = new JsonObject { ["image"] = image };
        if (spec.Command is { } script)
            container["script"] = script;
        if (spec.Port is { } port)
            container["port"] = port;
        if (spec.Env.Count > 0)
            container["env"] = new JsonArray([.. spec.Env.Select(pair => (JsonNode)new JsonObject { ["name"] = pair.Key, ["value"] = pair.Value })]);
        if (spec.HealthCheck is { } path)
            container["startup_check"] = new JsonObject { ["http_get"] = new JsonObject { ["path"] = path, ["port"] = spec.Port ?? 8000 } };
        return container;
    }

    private static void Mount(JsonObject document, ServiceSpec spec, string model)
    {
        if (spec.Processor is not null)
            document["model_path"] = model;
        else
            document["storage"] = new JsonArray(new JsonObject
            {
                ["mount_path"] = ModelMount,
                ["oss"] = new JsonObject { ["path"] = model, ["readOnly"] = true },
                ["properties"] = new JsonObject { ["resource_type"] = "model" },
            });
    }

    /// <summary>In the service document the strategies are a map, unlike in CreateServiceAutoScaler.</summary>
    private static JsonObject Scaler(AutoscalerSpec scaler) => new()
    {
        ["min"] = scaler.Min,
        ["max"] = scaler.Max,
        ["strategies"] = new JsonObject(scaler.Metrics.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))),
    };

    private static Owner OwnerOf(Eas.Service wire)
    {
        // EAS names nobody: the caller's uid is all there is, unless somebody put an owner label.
        var label = (wire.Labels ?? []).FirstOrDefault(item => item.LabelKey is "owner" or "user")?.LabelValue;
        return Wire.Owner(wire.CallerUid, label);
    }

    private static string? SkuOf(JsonObject? config)
    {
        var computing = config?["cloud"]?["computing"];
        return Text((computing?["instances"] as JsonArray)?.FirstOrDefault()?["type"]) ?? Text(computing?["instance_type"]);
    }

    private static string? ModelOf(JsonObject? config) =>
        Text(config?["model_path"])
        ?? (config?["storage"] as JsonArray)?.Select(item => Text(item?["oss"]?["path"]) ?? Text(item?["nfs"]?["path"])).FirstOrDefault(path => path is not null);

    /// <summary>The data plane's token may stand in the document: it is a secret and is not kept.</summary>
    private static string? WithoutToken(JsonObject? config)
    {
        if (config is null)
            return null;
        config.Remove("token");
        config.Remove("dockerAuth");
        return config.ToJsonString();
    }

    private static JsonObject? Parse(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // A document that cannot be read still leaves the service itself to be shown.
            return null;
        }
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? Wire.Text(text) : null;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
