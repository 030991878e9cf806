namespace PaiConsole.Cloud.Dsw;

/// <summary>Filter and place of ListSystemLogs. The cloud calls the operation deprecated.</summary>
public sealed record ListSystemLogsQuery
{
    /// <summary>The instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>From.</summary>
    public DateTimeOffset? GmtStartTime { get; init; }

    /// <summary>Until.</summary>
    public DateTimeOffset? GmtEndTime { get; init; }

    /// <summary>One level; only <c>Error</c> is documented.</summary>
    public string? LogLevel { get; init; }

    /// <summary>One session, see <see cref="LifecycleEntry.LifecycleId"/>.</summary>
    public string? LifecycleId { get; init; }

    /// <summary><c>InstanceCreateFailed</c>, <c>InstanceStartFailed</c>, <c>InstanceTerminating</c>.</summary>
    public string? ProblemCategory { get; init; }

    /// <summary>Id of the request that went wrong.</summary>
    public string? SourceRequestId { get; init; }

    /// <summary><c>GmtCreateTime</c> or <c>GmtModifiedTime</c>.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>ASC</c> or <c>DESC</c>.</summary>
    public string? Order { get; init; }

    /// <summary>Where the last page ended.</summary>
    public string? Offset { get; init; }
}

/// <summary>A page of ListSystemLogs.</summary>
public sealed record ListSystemLogsAnswer : DswAnswer
{
    /// <summary>The lines.</summary>
    public IReadOnlyList<SystemLogLine>? SystemLogs { get; init; }

    /// <summary>Where the next page begins; null or empty after the last.</summary>
    public string? Offset { get; init; }
}

/// <summary>A line that DSW wrote about an instance.</summary>
public sealed record SystemLogLine
{
    /// <summary>The text.</summary>
    public string? Content { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>Level, for example <c>Error</c>.</summary>
    public string? Level { get; init; }
}
