using System.Text.Json;
using PaiConsole.Engine.Services;

namespace PaiConsole.Web.Api.Views;

/// <summary>A model service (EAS service) in a list.</summary>
public record ServiceView : ResourceView
{
    internal ServiceView(ServiceRow row, DateTimeOffset now, DateTimeOffset? asOf) : base(row, now, asOf) =>
        (RunningReplicas, Group, Weight, Version, Autoscaled) = (row.RunningReplicas, row.Group, row.Weight, row.Version, row.Autoscaled);

    /// <summary>Replicas that serve now; <c>units</c> is how many are wanted.</summary>
    public int RunningReplicas { get; }
    /// <summary>Traffic group, or null when it stands alone.</summary>
    public string? Group { get; }
    /// <summary>Weight inside the group, relative to its other members.</summary>
    public int? Weight { get; }
    /// <summary>Deployed configuration version.</summary>
    public int? Version { get; }
    /// <summary>An autoscaler sets the number of replicas.</summary>
    public bool Autoscaled { get; }
}

/// <summary>Everything known of one service.</summary>
public sealed record ServiceDetailView : ServiceView
{
    internal ServiceDetailView(ServiceDetail detail, DateTimeOffset now) : base(detail.Row, now, detail.Look.AsOf)
    {
        var service = detail.Service;
        (ServiceId, Reason, Region) = (service.Id, ReasonView.From(service.Reason), service.Region);
        (Image, Processor, Model) = (service.Image, service.Processor, service.ModelUri);
        (MinReplicas, MaxReplicas, SafetyLock, UpdatedAt) = (service.MinReplicas, service.MaxReplicas, service.SafetyLock, service.UpdatedAt);
        (Labels, Config) = (service.Labels, Document(service.Config));
        (Timeline, Operations) = (StateView.Of(detail.Timeline), [.. detail.Operations.Select(OperationView.From)]);
        Price = detail.Basis is { } basis ? PriceView.From(basis) : null;
    }

    /// <summary>Tells it from a service that had the name before.</summary>
    public string ServiceId { get; }
    /// <summary>Why it is in its state, where the cloud says.</summary>
    public ReasonView? Reason { get; }
    /// <summary>Region id.</summary>
    public string Region { get; }
    /// <summary>Container image, or null in processor mode.</summary>
    public string? Image { get; }
    /// <summary>Processor, or null in image mode.</summary>
    public string? Processor { get; }
    /// <summary>Where the model is.</summary>
    public string? Model { get; }
    /// <summary>Lower bound of the autoscaler.</summary>
    public int? MinReplicas { get; }
    /// <summary>Upper bound of the autoscaler.</summary>
    public int? MaxReplicas { get; }
    /// <summary>none, dangerous or all.</summary>
    public string? SafetyLock { get; }
    /// <summary>When the cloud last changed it.</summary>
    public DateTimeOffset? UpdatedAt { get; }
    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; }
    /// <summary>The document it was deployed from, without its token.</summary>
    public JsonElement? Config { get; }
    /// <summary>How it got here, oldest first.</summary>
    public IReadOnlyList<StateView> Timeline { get; }
    /// <summary>Commands for it, newest first.</summary>
    public IReadOnlyList<OperationView> Operations { get; }
    /// <summary>The price of a replica, or null where unknown.</summary>
    public PriceView? Price { get; }

    // What cannot be read as JSON is shown as the text it is.
    private static JsonElement? Document(string? config)
    {
        if (config is null)
            return null;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(config);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(config);
        }
    }
}
