namespace PaiConsole.Cloud.Dlc;

/// <summary>Events of a job or of one of its pods, one line each.</summary>
public sealed record JobEventsAnswer : PaiAnswer
{
    /// <summary>The job.</summary>
    public string? JobId { get; init; }

    /// <summary>The pod, when one was asked for.</summary>
    public string? PodId { get; init; }

    /// <summary>The attempt, when one was asked for.</summary>
    public string? PodUid { get; init; }

    /// <summary>Lines of text.</summary>
    public IReadOnlyList<string>? Events { get; init; }
}

/// <summary>Log lines of a pod. There is no cursor: ask again from a later start time.</summary>
public sealed record PodLogsAnswer : PaiAnswer
{
    /// <summary>The job.</summary>
    public string? JobId { get; init; }

    /// <summary>The pod.</summary>
    public string? PodId { get; init; }

    /// <summary>The attempt.</summary>
    public string? PodUid { get; init; }

    /// <summary>Lines of text.</summary>
    public IReadOnlyList<string>? Logs { get; init; }
}

/// <summary>What GetJobMetrics should read.</summary>
public sealed record GetJobMetricsQuery
{
    /// <summary><c>GpuCoreUsage</c>, <c>GpuMemoryUsage</c>, <c>CpuCoreUsage</c>, <c>MemoryUsage</c>, <c>NetworkInputRate</c>, <c>NetworkOutputRate</c>, <c>DiskReadRate</c>, <c>DiskWriteRate</c>.</summary>
    public required string MetricType { get; init; }

    /// <summary>From.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Distance of points, for example <c>5m</c>.</summary>
    public string? TimeStep { get; init; }
}

/// <summary>Series of one metric.</summary>
public sealed record JobMetricsAnswer : PaiAnswer
{
    /// <summary>The job.</summary>
    public string? JobId { get; init; }

    /// <summary>A series per pod.</summary>
    public IReadOnlyList<PodMetric>? PodMetrics { get; init; }
}
