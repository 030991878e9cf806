using PaiConsole.Engine.Listing;

namespace PaiConsole.Engine.Services;

/// <summary>A model service in a list.</summary>
public sealed record ServiceRow : ResourceRow
{
    /// <summary>Replicas that serve now.</summary>
    public int RunningReplicas { get; init; }
    /// <summary>Traffic group, or null when it stands alone.</summary>
    public string? Group { get; init; }
    /// <summary>Weight inside the group, relative to its other members.</summary>
    public int? Weight { get; init; }
    /// <summary>Deployed configuration version.</summary>
    public int? Version { get; init; }
    /// <summary>An autoscaler sets the number of replicas.</summary>
    public bool Autoscaled { get; init; }
}
