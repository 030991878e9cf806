using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Jobs.Resumption;

/// <summary>A stretch of one state.</summary>
/// <param name="StatusWord">The cloud's word.</param>
/// <param name="From">Start.</param>
/// <param name="To">End; null while it lasts.</param>
/// <param name="IsBilled">Machines were held.</param>
/// <param name="PerHour">What they cost per hour; null where unknown.</param>
/// <param name="Reason">Why it was entered.</param>
public sealed record RunSpan(string StatusWord, DateTimeOffset From, DateTimeOffset? To, bool IsBilled, Money? PerHour, Reason? Reason);

/// <summary>One job of a run, with its states.</summary>
/// <param name="JobId">JobId.</param>
/// <param name="Mark">Its place in the run.</param>
/// <param name="Spans">Its states, oldest first.</param>
/// <param name="Notices">When the cloud announced that it would take machines.</param>
public sealed record RunAttempt(string JobId, ResumeMark Mark, IReadOnlyList<RunSpan> Spans, IReadOnlyList<DateTimeOffset> Notices);

/// <summary>A checkpoint that was whole at some time.</summary>
/// <param name="Step">Step.</param>
/// <param name="At">When its last file was written.</param>
public sealed record SavedStep(long Step, DateTimeOffset At);

/// <summary>Machines that were taken, and what came of it.</summary>
/// <param name="JobId">The job that had them.</param>
/// <param name="ReclaimedAt">When they went.</param>
public sealed record Interruption(string JobId, DateTimeOffset ReclaimedAt)
{
    /// <summary>When the cloud announced it; null where it did not, or where its events are no longer kept.</summary>
    public DateTimeOffset? WarnedAt { get; init; }
    /// <summary>When the run waited for machines again; null while it does not.</summary>
    public DateTimeOffset? RequeuedAt { get; init; }
    /// <summary>When it ran again; null while it does not.</summary>
    public DateTimeOffset? ResumedAt { get; init; }
    /// <summary>JobId of the job that goes on; the same job where the cloud restarted it; null where nothing goes on.</summary>
    public string? NextJobId { get; init; }
    /// <summary>Step it went on from: 0 where there was no checkpoint, null where that is unknown.</summary>
    public long? FromStep { get; init; }
    /// <summary>When that checkpoint was written.</summary>
    public DateTimeOffset? SavedAt { get; init; }
    /// <summary>Running time whose result was lost; null where the checkpoint is unknown.</summary>
    public TimeSpan? Lost { get; init; }
    /// <summary>What that time, and the way back to running, has cost; null where a price or the checkpoint is unknown.</summary>
    public Money? ExtraCost { get; init; }

    /// <summary>From the reclaim until it ran again.</summary>
    public TimeSpan? Waited => ResumedAt - ReclaimedAt;
}
