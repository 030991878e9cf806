namespace PaiConsole.Cloud.Dsw;

/// <summary>A planned stop of an instance.</summary>
public sealed record ShutdownTimer : DswAnswer
{
    /// <summary>When it will be stopped.</summary>
    public DateTimeOffset? DueTime { get; init; }

    /// <summary>Milliseconds until then.</summary>
    public long? RemainingTimeInMs { get; init; }

    /// <summary>When the timer was set.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? GmtModifiedTime { get; init; }
}

/// <summary>Body of CreateInstanceShutdownTimer: one of the two.</summary>
public sealed record CreateInstanceShutdownTimerRequest
{
    /// <summary>Instant of the stop.</summary>
    public DateTimeOffset? DueTime { get; init; }

    /// <summary>Milliseconds from now.</summary>
    public long? RemainingTimeInMs { get; init; }
}
