namespace PaiConsole.Domain.Jobs;

/// <summary>
/// The status words of a DLC job (ListJobs filter). The set is open: an unknown word becomes
/// <see cref="Unknown"/> and the raw word is kept beside it.
/// </summary>
public enum JobStatus
{
    /// <summary>A word this version does not know.</summary>
    Unknown,
    /// <summary>Accepted.</summary>
    Creating,
    /// <summary>Waiting for machines.</summary>
    Queuing,
    /// <summary>Bidding for spot capacity (Lingjun only).</summary>
    Bidding,
    /// <summary>Pulling the image, mounting data, setting up the network.</summary>
    EnvPreparing,
    /// <summary>Checking the nodes before the run.</summary>
    SanityChecking,
    /// <summary>The command runs, and is billed.</summary>
    Running,
    /// <summary>Restarting after a fault or a reclaimed machine.</summary>
    Restarting,
    /// <summary>Being stopped.</summary>
    Stopping,
    /// <summary>Finished well; the pods are kept for a while.</summary>
    SucceededReserving,
    /// <summary>Failed; the pods are kept for a while.</summary>
    FailedReserving,
    /// <summary>Finished well.</summary>
    Succeeded,
    /// <summary>Failed.</summary>
    Failed,
    /// <summary>Stopped by somebody, by its time limit, or by preemption.</summary>
    Stopped,
}
