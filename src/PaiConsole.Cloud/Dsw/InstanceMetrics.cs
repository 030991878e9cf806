namespace PaiConsole.Cloud.Dsw;

/// <summary>What GetInstanceMetrics should read.</summary>
public sealed record GetInstanceMetricsQuery
{
    /// <summary><c>GpuCoreUsage</c>, <c>GpuMemoryUsage</c>, <c>CpuCoreUsage</c>, <c>MemoryUsage</c>, <c>NetworkInputRate</c>, <c>NetworkOutputRate</c>, <c>DiskReadRate</c>, <c>DiskWriteRate</c>.</summary>
    public required string MetricType { get; init; }

    /// <summary>From.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Distance of points, for example <c>15m</c>.</summary>
    public string? TimeStep { get; init; }
}

/// <summary>Series of one metric.</summary>
public sealed record GetInstanceMetricsAnswer : DswAnswer
{
    /// <summary>A series per pod.</summary>
    public IReadOnlyList<PodMetric>? PodMetrics { get; init; }
}

/// <summary>Which events GetInstanceEvents should read.</summary>
public sealed record GetInstanceEventsQuery
{
    /// <summary>From.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Lowest level.</summary>
    public string? EventLevel { get; init; }

    /// <summary>At most so many.</summary>
    public int? MaxEventsNum { get; init; }

    /// <summary>Skip so many.</summary>
    public int? Offset { get; init; }

    /// <summary>Newest first.</summary>
    public bool? Reverse { get; init; }
}

/// <summary>Events of an instance, one line each.</summary>
public sealed record GetInstanceEventsAnswer : DswAnswer
{
    /// <summary>Lines of text.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>How many there are.</summary>
    public int? TotalCount { get; init; }
}
