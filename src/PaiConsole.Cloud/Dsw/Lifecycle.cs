namespace PaiConsole.Cloud.Dsw;

/// <summary>Which sessions GetLifecycle should read. A session runs from a start until the instance fails or is stopped.</summary>
public sealed record GetLifecycleQuery
{
    /// <summary>From.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>At most so many sessions.</summary>
    public int? Limit { get; init; }

    /// <summary>Offset of the first session.</summary>
    public int? SessionNumber { get; init; }

    /// <summary><c>ASC</c> or <c>DESC</c>, by time.</summary>
    public string? Order { get; init; }
}

/// <summary>Answer of GetLifecycle.</summary>
public sealed record GetLifecycleAnswer : DswAnswer
{
    /// <summary>The sessions, each a list of the statuses it passed through.</summary>
    public IReadOnlyList<IReadOnlyList<LifecycleEntry>>? Lifecycle { get; init; }

    /// <summary>How many there are; whether sessions or statuses are counted is not documented.</summary>
    public int? TotalCount { get; init; }
}

/// <summary>A status an instance was in.</summary>
public sealed record LifecycleEntry
{
    /// <summary>Raw status word; beside those of an instance also <c>ArrearStopping</c> and <c>Arrearge</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Why it was entered, as a code.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why it was entered, in words.</summary>
    public string? ReasonMessage { get; init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>When it was left; null while it lasts.</summary>
    public DateTimeOffset? GmtEndTime { get; init; }

    /// <summary>Id that ListSystemLogs can be filtered by.</summary>
    public string? LifecycleId { get; init; }
}
