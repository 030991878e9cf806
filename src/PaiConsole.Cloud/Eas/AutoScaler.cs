using System.Text.Json.Serialization;

namespace PaiConsole.Cloud.Eas;

/// <summary>The autoscaler of a service, as DescribeServiceAutoScaler reads it back.</summary>
public sealed record AutoScaler : PaiAnswer
{
    /// <summary>The service.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Fewest replicas; 0 lets it sleep.</summary>
    public int? MinReplica { get; init; }

    /// <summary>Most replicas.</summary>
    public int? MaxReplica { get; init; }

    /// <summary>Metrics it aims at.</summary>
    public IReadOnlyList<ScaleStrategy>? ScaleStrategies { get; init; }

    /// <summary>Their values now.</summary>
    public IReadOnlyList<ScaleMetric>? CurrentMetrics { get; init; }

    /// <summary>Windows that damp it.</summary>
    public ScaleBehavior? Behavior { get; init; }
}

/// <summary>Body of CreateServiceAutoScaler (lower camel case on the wire, unlike its answer).</summary>
public sealed record CreateAutoScalerRequest
{
    /// <summary>Fewest replicas; 0 lets it sleep.</summary>
    [JsonPropertyName("min")]
    public required int Min { get; init; }

    /// <summary>Most replicas.</summary>
    [JsonPropertyName("max")]
    public required int Max { get; init; }

    /// <summary>Metrics to aim at.</summary>
    [JsonPropertyName("scaleStrategies")]
    public required IReadOnlyList<ScaleStrategy> ScaleStrategies { get; init; }

    /// <summary>Windows that damp it.</summary>
    [JsonPropertyName("behavior")]
    public ScaleBehavior? Behavior { get; init; }
}

/// <summary>A metric and its target per replica.</summary>
public sealed record ScaleStrategy
{
    /// <summary><c>qps</c>, <c>cpu</c> (%), <c>gpu[util]</c> (%); answers use upper case.</summary>
    [JsonPropertyName("metricName")]
    public string? MetricName { get; init; }

    /// <summary>Target per replica.</summary>
    [JsonPropertyName("threshold")]
    public double? Threshold { get; init; }

    /// <summary>Service whose metric is read; its own when null.</summary>
    [JsonPropertyName("service")]
    public string? Service { get; init; }
}

/// <summary>The value of a metric now.</summary>
public sealed record ScaleMetric
{
    /// <summary>The metric.</summary>
    [JsonPropertyName("metricName")]
    public string? MetricName { get; init; }

    /// <summary>Value per replica.</summary>
    [JsonPropertyName("value")]
    public double? Value { get; init; }

    /// <summary>Service it was read from.</summary>
    [JsonPropertyName("service")]
    public string? Service { get; init; }
}

/// <summary>Windows that damp an autoscaler.</summary>
public sealed record ScaleBehavior
{
    /// <summary>Before growing; 0 s by default.</summary>
    [JsonPropertyName("scaleUp")]
    public ScaleWindow? ScaleUp { get; init; }

    /// <summary>Before shrinking; 300 s by default.</summary>
    [JsonPropertyName("scaleDown")]
    public ScaleWindow? ScaleDown { get; init; }

    /// <summary>Going to sleep and waking.</summary>
    [JsonPropertyName("onZero")]
    public ScaleOnZero? OnZero { get; init; }
}

/// <summary>How long a wish must last.</summary>
public sealed record ScaleWindow
{
    /// <summary>Seconds.</summary>
    [JsonPropertyName("stabilizationWindowSeconds")]
    public int? StabilizationWindowSeconds { get; init; }
}

/// <summary>Going to sleep and waking.</summary>
public sealed record ScaleOnZero
{
    /// <summary>Seconds without traffic before sleep; 600 by default.</summary>
    [JsonPropertyName("scaleDownGracePeriodSeconds")]
    public int? ScaleDownGracePeriodSeconds { get; init; }

    /// <summary>Replicas at waking; 1 by default.</summary>
    [JsonPropertyName("scaleUpActivationReplicas")]
    public int? ScaleUpActivationReplicas { get; init; }
}
