using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Services;

/// <summary>An EAS service as last observed (ListServices, DescribeService).</summary>
public sealed record ModelService
{
    /// <summary>ServiceName: the identity in paths; unique per region.</summary>
    public required string Name { get; init; }
    /// <summary>ServiceId; a service recreated under the same name gets another.</summary>
    public required string Id { get; init; }
    /// <summary>The status as this version understands it.</summary>
    public required ServiceStatus Status { get; init; }
    /// <summary>The cloud's own word.</summary>
    public required string StatusWord { get; init; }
    /// <summary>Reason and Message.</summary>
    public Reason? Reason { get; init; }
    /// <summary>CallerUid; EAS gives no name.</summary>
    public Owner Owner { get; init; } = Owner.Nobody;
    /// <summary>WorkspaceId.</summary>
    public string? WorkspaceId { get; init; }
    /// <summary>Region, which is also the ClusterId in paths.</summary>
    public string Region { get; init; } = "";
    /// <summary>The first instance type of the service's configuration; null on dedicated resources.</summary>
    public string? Sku { get; init; }
    /// <summary>TotalInstance: replicas wanted.</summary>
    public int Replicas { get; init; }
    /// <summary>RunningInstance: replicas that serve, and are billed.</summary>
    public int RunningReplicas { get; init; }
    /// <summary>PendingInstance.</summary>
    public int PendingReplicas { get; init; }
    /// <summary>Cpu per replica.</summary>
    public int? Cpu { get; init; }
    /// <summary>Memory per replica in MB.</summary>
    public int? MemoryMb { get; init; }
    /// <summary>Gpu per replica.</summary>
    public int? Gpu { get; init; }
    /// <summary>Image of the first container, or null in processor mode.</summary>
    public string? Image { get; init; }
    /// <summary>Processor code or type, or null in image mode.</summary>
    public string? Processor { get; init; }
    /// <summary>Model location from the configuration: model_path or the first mounted model.</summary>
    public string? ModelUri { get; init; }
    /// <summary>ServiceGroup, when it shares traffic with others.</summary>
    public string? Group { get; init; }
    /// <summary>TrafficState: standalone or grouping.</summary>
    public string? TrafficState { get; init; }
    /// <summary>Weight inside the group: relative, not a percentage; -1 plausibly means unset (unverified).</summary>
    public int? Weight { get; init; }
    /// <summary>CurrentVersion.</summary>
    public int? Version { get; init; }
    /// <summary>LatestVersion.</summary>
    public int? LatestVersion { get; init; }
    /// <summary>AutoscalerEnabled.</summary>
    public bool Autoscaled { get; init; }
    /// <summary>Lower bound of the autoscaler in the configuration.</summary>
    public int? MinReplicas { get; init; }
    /// <summary>Upper bound of the autoscaler in the configuration.</summary>
    public int? MaxReplicas { get; init; }
    /// <summary>SafetyLock: none, dangerous or all.</summary>
    public string? SafetyLock { get; init; }
    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>CreateTime.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
    /// <summary>UpdateTime.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
    /// <summary>ServiceConfig without its token: the JSON document it was deployed from.</summary>
    public string? Config { get; init; }
}
