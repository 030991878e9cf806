namespace PaiConsole.Cloud.PaiStudio;

/// <summary>Which log lines to read.</summary>
public sealed record TrainingJobLogsQuery
{
    /// <summary>Instance; the first one for null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>From.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Lines per page.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of log lines.</summary>
public sealed record TrainingJobLogsAnswer : PaiAnswer
{
    /// <summary>Lines of text.</summary>
    public IReadOnlyList<string>? Logs { get; init; }

    /// <summary>How many there are on all pages; text on the wire.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>Which events to read.</summary>
public sealed record TrainingJobEventsQuery
{
    /// <summary>From.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Events per page.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of events.</summary>
public sealed record TrainingJobEventsAnswer : PaiAnswer
{
    /// <summary>Lines of text.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>How many there are on all pages; text on the wire.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>Which figures to read.</summary>
public sealed record TrainingJobMetricsQuery
{
    /// <summary>One figure, for example <c>loss</c>; all for null.</summary>
    public string? Name { get; init; }

    /// <summary>From.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary><c>DESC</c> or <c>ASC</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Figures per page.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of figures.</summary>
public sealed record TrainingJobMetricsAnswer : PaiAnswer
{
    /// <summary>The figures.</summary>
    public IReadOnlyList<TrainingMetric>? Metrics { get; init; }

    /// <summary>How many there are on all pages.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>One figure a training reported.</summary>
public sealed record TrainingMetric
{
    /// <summary>Name, for example <c>loss</c>.</summary>
    public string? Name { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Value.</summary>
    public double? Value { get; init; }
}
