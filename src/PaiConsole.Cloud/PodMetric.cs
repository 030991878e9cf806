namespace PaiConsole.Cloud;

/// <summary>The series of one metric for one pod (DLC and DSW).</summary>
public sealed record PodMetric
{
    /// <summary>The pod.</summary>
    public string? PodId { get; init; }

    /// <summary>Points in time order.</summary>
    public IReadOnlyList<MetricPoint>? Metrics { get; init; }
}

/// <summary>One point of a series.</summary>
public sealed record MetricPoint
{
    /// <summary>Unix seconds.</summary>
    public long? Time { get; init; }

    /// <summary>Value; percent for usages, bytes per second for rates.</summary>
    public double? Value { get; init; }
}
