using PaiConsole.Domain;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;

namespace PaiConsole.Engine.Jobs.Sweeps;

/// <summary>A sweep: its jobs, and what they come to together.</summary>
/// <param name="Id">Id of the sweep.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Over">Names of the parameters.</param>
/// <param name="Size">How many jobs it was to have.</param>
/// <param name="Members">Its jobs by number; one that was submitted again has several lines.</param>
/// <param name="Cost">What they have cost together so far; null where nothing is known.</param>
/// <param name="CostIsLowerBound">Some of it has no known price.</param>
/// <param name="PerHour">What they cost per hour now; null where nothing is known.</param>
/// <param name="PerHourIsLowerBound">Some that run have no known price.</param>
/// <param name="Look">How fresh the data is.</param>
public sealed record SweepView(
    string Id, string Name, IReadOnlyList<string> Over, int Size, IReadOnlyList<SweepLine> Members,
    Money? Cost, bool CostIsLowerBound, Money? PerHour, bool PerHourIsLowerBound, Freshness Look);

/// <summary>One line of a sweep.</summary>
/// <param name="Number">Which member, from 1.</param>
/// <param name="Name">Name of the job.</param>
/// <param name="Values">Parameter to value, as its command and environment have them; null where they have none.</param>
/// <param name="Job">The job; null while it is not there.</param>
/// <param name="Submission">The operation that submits it, where this console did and the job is not there yet or never came.</param>
/// <param name="RunFor">How long it has run, or ran; null before.</param>
/// <param name="QueuedFor">How long it waited from its creation until it ran; null before.</param>
public sealed record SweepLine(
    int Number, string Name, IReadOnlyDictionary<string, string?> Values, JobRow? Job, OperationRow? Submission, TimeSpan? RunFor, TimeSpan? QueuedFor);
