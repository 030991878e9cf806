namespace PaiConsole.Domain.Services;

/// <summary>What a person asks for when deploying a service (CreateService). The shape of the REST body.</summary>
public sealed record ServiceSpec
{
    /// <summary>Unique per region: lower-case letters, digits and underscore, starting with a letter.</summary>
    public string Name { get; init; } = "";
    /// <summary>Container image (image mode), or null.</summary>
    public string? Image { get; init; }
    /// <summary>Processor code (processor mode), or null.</summary>
    public string? Processor { get; init; }
    /// <summary>Container script.</summary>
    public string? Command { get; init; }
    /// <summary>Container port; 8080 and 9090 are reserved by the service mesh.</summary>
    public int? Port { get; init; }
    /// <summary>oss:// location of the model, mounted at /mnt/model in image mode.</summary>
    public string? Model { get; init; }
    /// <summary>ECS instance type of a replica.</summary>
    public string Sku { get; init; } = "";
    /// <summary>Number of replicas, from 0.</summary>
    public int Replicas { get; init; } = 1;
    /// <summary>HTTP path of the start-up check.</summary>
    public string? HealthCheck { get; init; }
    /// <summary>Autoscaling, or null.</summary>
    public AutoscalerSpec? Autoscaler { get; init; }
    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>Where it belongs; null takes the console's default workspace.</summary>
    public string? WorkspaceId { get; init; }
}

/// <summary>CreateServiceAutoScaler: replicas follow a per-replica metric.</summary>
/// <param name="Min">Lower bound, from 0.</param>
/// <param name="Max">Upper bound, above Min, at most 1000.</param>
/// <param name="Metrics">Metric name (qps, cpu, gpu[util]) to its target per replica.</param>
public sealed record AutoscalerSpec(int Min, int Max, IReadOnlyDictionary<string, decimal> Metrics);
