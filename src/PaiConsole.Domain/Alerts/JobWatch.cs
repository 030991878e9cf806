using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks.Idleness;

namespace PaiConsole.Domain.Alerts;

/// <summary>What rules look at in a training job.</summary>
public sealed record JobWatch
{
    /// <summary>The cloud's status.</summary>
    public required JobStatus Status { get; init; }
    /// <summary>Since when.</summary>
    public required DateTimeOffset StatusSince { get; init; }
    /// <summary>Since when it has been waiting for machines without a break, whatever the cloud calls that; null while it does not wait.</summary>
    public DateTimeOffset? WaitsSince { get; init; }
    /// <summary>The cloud no longer has it.</summary>
    public bool IsGone { get; init; }
    /// <summary>It holds a GPU when running, or may: a quota does not say.</summary>
    public bool HasGpu { get; init; }
    /// <summary>Its machines were taken for good.</summary>
    public bool IsReclaimed { get; init; }
    /// <summary>How far going on has come.</summary>
    public JobResumption Resumption { get; init; }
    /// <summary>Somebody has taken note of how it ended.</summary>
    public bool IsNoted { get; init; }
    /// <summary>Start of the stretch that is billed now; null when nothing is.</summary>
    public DateTimeOffset? BilledSince { get; init; }
    /// <summary>What it costs per hour while it is billed; null where unknown.</summary>
    public Money? PerHour { get; init; }
    /// <summary>What its closed stretches cost.</summary>
    public Money Settled { get; init; }
    /// <summary>What it may cost in all, and how long it is planned to run.</summary>
    public JobLimits Limits { get; init; }
    /// <summary>How long it ran in the stretches before this one.</summary>
    public TimeSpan RanBefore { get; init; }
    /// <summary>How far the use of its GPUs was judged.</summary>
    public IdleState Use { get; init; }
    /// <summary>Those figures are recent enough to judge.</summary>
    public bool IsUseKnown { get; init; }

    /// <summary>It can still run: neither ended nor gone.</summary>
    public bool MayRun => !IsGone && !Status.IsTerminal() && Status is not (JobStatus.SucceededReserving or JobStatus.FailedReserving or JobStatus.Stopping);
}

/// <summary>Whether a job that was cut off goes on as another.</summary>
public enum JobResumption
{
    /// <summary>Nothing lets it go on.</summary>
    None,
    /// <summary>It was asked for, or its policy is about to.</summary>
    UnderWay,
    /// <summary>Another job goes on from it.</summary>
    Done,
}
