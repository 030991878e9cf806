using PaiConsole.Domain;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Engine.Resumption;

namespace PaiConsole.Web.Api.Views;

/// <summary>A run over one or more jobs.</summary>
public sealed record RunView
{
    internal RunView(JobRun run)
    {
        Jobs = [.. run.Jobs.Select(job => new RunJobView(job.Row.Id, job.Row.Name, job.Row.StatusWord, job.Attempt, job.FromStep, job.Row.Cost.ToDate(run.At)?.Amount))];
        Interruptions = [.. run.Story.Interruptions.Select(one => new InterruptionView(
            one.JobId, one.WarnedAt, one.ReclaimedAt, one.RequeuedAt, one.ResumedAt, one.NextJobId, one.FromStep, one.SavedAt, one.Lost?.TotalSeconds, one.ExtraCost?.Amount))];
        (RanSeconds, LostSeconds) = (run.Story.Ran.TotalSeconds, run.Story.Lost?.TotalSeconds);
        (Cost, ExtraCost, Currency, IsLowerBound) = (run.Cost?.Amount, run.Story.ExtraCost?.Amount, run.Cost?.Currency, run.IsLowerBound);
        IsUpperBound = run.Jobs.Any(job => job.Row.Cost.IsUpperBound);
        (ResumesLeft, IsWaiting, AreNoticesKnown, AsOf) = (run.ResumesLeft, run.IsWaiting, run.AreNoticesKnown, run.At);
    }

    /// <summary>Its jobs, oldest first.</summary>
    public IReadOnlyList<RunJobView> Jobs { get; }
    /// <summary>When its machines were taken, oldest first.</summary>
    public IReadOnlyList<InterruptionView> Interruptions { get; }
    /// <summary>Seconds in the state Running, over all jobs.</summary>
    public double RanSeconds { get; }
    /// <summary>Seconds of running that had to be done again; null where unknown.</summary>
    public double? LostSeconds { get; }
    /// <summary>What all its jobs have cost; null where no price is known.</summary>
    public decimal? Cost { get; }
    /// <summary>What the reclaims have cost; null where unknown.</summary>
    public decimal? ExtraCost { get; }
    /// <summary>Currency of the costs.</summary>
    public string? Currency { get; }
    /// <summary>Some time has no known price.</summary>
    public bool IsLowerBound { get; }
    /// <summary>Spot costs less than these list prices.</summary>
    public bool IsUpperBound { get; }
    /// <summary>How often its policy lets it be submitted again.</summary>
    public int ResumesLeft { get; }
    /// <summary>Its machines were taken, and nothing goes on yet.</summary>
    public bool IsWaiting { get; }
    /// <summary>The cloud's events could be read, so that a missing notice means there was none.</summary>
    public bool AreNoticesKnown { get; }
    /// <summary>When, by the cloud's clock.</summary>
    public DateTimeOffset AsOf { get; }
}

/// <summary>One job of a run.</summary>
public sealed record RunJobView(string Id, string Name, string Status, int Attempt, long? FromStep, decimal? Cost);

/// <summary>Machines that were taken.</summary>
public sealed record InterruptionView(
    string JobId, DateTimeOffset? WarnedAt, DateTimeOffset ReclaimedAt, DateTimeOffset? RequeuedAt, DateTimeOffset? ResumedAt,
    string? NextJobId, long? FromStep, DateTimeOffset? SavedAt, double? LostSeconds, decimal? ExtraCost);
