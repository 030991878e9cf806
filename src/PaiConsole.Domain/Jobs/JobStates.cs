namespace PaiConsole.Domain.Jobs;

/// <summary>What the status of a job means: phase, billing and the actions the cloud takes in it.</summary>
public static class JobStates
{
    /// <summary>The words in which a job can still change: what the sync asks the cloud for by status.</summary>
    public static IReadOnlyList<JobStatus> Active { get; } =
    [
        JobStatus.Creating, JobStatus.Queuing, JobStatus.Bidding, JobStatus.EnvPreparing, JobStatus.SanityChecking,
        JobStatus.Running, JobStatus.Restarting, JobStatus.Stopping, JobStatus.SucceededReserving, JobStatus.FailedReserving,
    ];

    /// <summary>Maps the cloud's word; unknown words become <see cref="JobStatus.Unknown"/>.</summary>
    public static JobStatus Parse(string? word) =>
        Enum.TryParse<JobStatus>(word, ignoreCase: false, out var status) && !int.TryParse(word, out _)
            ? status
            : JobStatus.Unknown;

    /// <summary>The phase that the status belongs to.</summary>
    public static Phase Phase(this JobStatus status) => status switch
    {
        JobStatus.Running => Domain.Phase.Running,
        JobStatus.Succeeded => Domain.Phase.Succeeded,
        JobStatus.Stopped => Domain.Phase.Stopped,
        JobStatus.Failed => Domain.Phase.Failed,
        JobStatus.Unknown => Domain.Phase.Unknown,
        _ => Domain.Phase.InTransition,
    };

    /// <summary>Terminal: nothing changes any more, so it is never read again in a sync.</summary>
    public static bool IsTerminal(this JobStatus status) =>
        status is JobStatus.Succeeded or JobStatus.Failed or JobStatus.Stopped;

    /// <summary>Machines are held, hence billed: while running, and while the pods are kept after the run.</summary>
    public static bool IsBilled(this JobStatus status) =>
        status is JobStatus.Running or JobStatus.SucceededReserving or JobStatus.FailedReserving;

    /// <summary>It waits for machines, and nothing is billed.</summary>
    public static bool IsWaiting(this JobStatus status) => status is JobStatus.Creating or JobStatus.Queuing or JobStatus.Bidding;

    /// <summary>StopJob is taken in these states.</summary>
    public static bool CanStop(this JobStatus status) => !status.IsTerminal() && status is not (JobStatus.Stopping or JobStatus.Unknown);

    /// <summary>DeleteJob is taken only when the job is completed or stopped.</summary>
    public static bool CanDelete(this JobStatus status) => status.IsTerminal();
}
