using PaiConsole.Domain;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Operations;

namespace PaiConsole.Engine.Resumption;

/// <summary>A run over one or more jobs.</summary>
/// <param name="Jobs">Its jobs, oldest first.</param>
/// <param name="Story">Its reclaims.</param>
/// <param name="Cost">What all its jobs have cost up to now; null where no price is known.</param>
/// <param name="IsLowerBound">Some time has no known price.</param>
/// <param name="ResumesLeft">How often its policy lets it be submitted again; 0 without a policy.</param>
/// <param name="IsWaiting">Its machines were taken, and nothing goes on yet.</param>
/// <param name="Resume">The newest attempt to let it go on, where that has not become a job; null for none.</param>
/// <param name="AreNoticesKnown">The cloud's events could be read, so that a missing notice means there was none.</param>
/// <param name="At">When, by the cloud's clock.</param>
public sealed record JobRun(
    IReadOnlyList<RunJob> Jobs, RunStory Story, Money? Cost, bool IsLowerBound, int ResumesLeft, bool IsWaiting, OperationRow? Resume, bool AreNoticesKnown, DateTimeOffset At);

/// <summary>One job of a run.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Attempt">Its number in the run, from 1.</param>
/// <param name="FromStep">Step it began at; null where that is unknown.</param>
public sealed record RunJob(JobRow Row, int Attempt, long? FromStep);
