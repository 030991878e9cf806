using System.Text.Json;
using PaiConsole.Domain.Jobs;
using PaiConsole.Engine.Jobs.Sweeps;

namespace PaiConsole.Web.Api.Views;

/// <summary>What a sweep would submit; nothing was sent.</summary>
/// <param name="Over">Names of the parameters.</param>
/// <param name="Jobs">Its jobs by number.</param>
/// <param name="Findings">What the checks say of the sweep and of all its jobs, each thing once; any error blocks.</param>
/// <param name="CostPerHour">What all of them cost together while they run; null where no price is known.</param>
/// <param name="CostIsUpperBound">The cost is a ceiling: spot is cheaper.</param>
/// <param name="Unpriced">How many jobs have no known price: the sum leaves them out.</param>
public sealed record SweepPreviewView(
    IReadOnlyList<string> Over, IReadOnlyList<SweepJobView> Jobs, IReadOnlyList<SweepFindingView> Findings,
    MoneyView? CostPerHour, bool CostIsUpperBound, int Unpriced)
{
    internal static SweepPreviewView From(SweepPreview preview) => new(
        preview.Over, [.. preview.Jobs.Select(SweepJobView.From)], [.. preview.Findings.Select(SweepFindingView.From)],
        MoneyView.From(preview.CostPerHour), preview.CostIsUpperBound, preview.Unpriced);
}

/// <summary>A job of a sweep that is not submitted yet.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Values">Parameter to value.</param>
/// <param name="Spec">What it submits.</param>
/// <param name="Request">The body that the cloud would receive, without the labels by which the sweep is known again.</param>
/// <param name="CostPerHour">What it costs while it runs; null where the price is unknown.</param>
public sealed record SweepJobView(int Number, IReadOnlyDictionary<string, string> Values, JobSpec Spec, JsonElement Request, MoneyView? CostPerHour)
{
    internal static SweepJobView From(SweepJobPreview job) => new(
        job.Member.Number, job.Member.Values.ToDictionary(StringComparer.Ordinal), job.Preview.Spec,
        JsonSerializer.Deserialize<JsonElement>(job.Preview.Request), MoneyView.From(job.Preview.CostPerHour));
}

/// <summary>A finding, and the jobs that it is about.</summary>
/// <param name="Finding">What.</param>
/// <param name="Jobs">Their numbers; empty where it is about the sweep as a whole.</param>
public sealed record SweepFindingView(FindingView Finding, IReadOnlyList<int> Jobs)
{
    internal static SweepFindingView From(SweepFinding one) => new(FindingView.From(one.Finding), one.Members);
}

/// <summary>A sweep that was taken.</summary>
/// <param name="Id">Id of the sweep.</param>
/// <param name="Operations">One for each job, by number.</param>
public sealed record SweepTakenView(string Id, IReadOnlyList<OperationView> Operations);

/// <summary>What stopping a sweep has done, or in a dry run would do.</summary>
/// <param name="Operations">A stop for each job that can be stopped; empty in a dry run.</param>
/// <param name="Stoppable">How many jobs can be stopped.</param>
/// <param name="Ended">How many have ended already.</param>
/// <param name="NotThere">How many are still being submitted and cannot be stopped yet: ask again.</param>
/// <param name="SavesPerHour">What those that are stopped cost per hour; null where no price is known.</param>
/// <param name="Problem">Why a job that could be stopped was not, or null.</param>
public sealed record SweepStopView(IReadOnlyList<OperationView> Operations, int Stoppable, int Ended, int NotThere, MoneyView? SavesPerHour, string? Problem)
{
    internal static SweepStopView From(SweepStop stop) => new(
        [.. stop.Operations.Select(OperationView.From)], stop.Stoppable, stop.Ended, stop.NotThere, MoneyView.From(stop.Saves), stop.Message);
}

/// <summary>A sweep: its jobs, and what they come to together.</summary>
/// <param name="Id">Id of the sweep.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Over">Names of the parameters.</param>
/// <param name="Size">How many jobs it was to have.</param>
/// <param name="Lines">Its jobs by number; one that was submitted again has several lines.</param>
/// <param name="CostToDate">The sum of what its jobs have cost so far; null where nothing is known.</param>
/// <param name="CostIsLowerBound">Some of it has no known price.</param>
/// <param name="CostPerHour">What they cost per hour now; null where nothing is known.</param>
/// <param name="CostPerHourIsLowerBound">Some that run have no known price.</param>
/// <param name="AsOf">When the cloud was last read whole, by the cloud's clock.</param>
public sealed record SweepGroupView(
    string Id, string Name, IReadOnlyList<string> Over, int Size, IReadOnlyList<SweepLineView> Lines,
    MoneyView? CostToDate, bool CostIsLowerBound, MoneyView? CostPerHour, bool CostPerHourIsLowerBound, DateTimeOffset? AsOf)
{
    internal static SweepGroupView From(SweepView sweep, DateTimeOffset now) => new(
        sweep.Id, sweep.Name, sweep.Over, sweep.Size, [.. sweep.Members.Select(line => SweepLineView.From(line, now, sweep.Look.AsOf))],
        MoneyView.From(sweep.Cost), sweep.CostIsLowerBound, MoneyView.From(sweep.PerHour), sweep.PerHourIsLowerBound, sweep.Look.AsOf);
}

/// <summary>One line of a sweep.</summary>
/// <param name="Number">Which member, from 1.</param>
/// <param name="Name">Name of the job.</param>
/// <param name="Values">Parameter to value; null where the job has none.</param>
/// <param name="Job">The job; null while it is not there.</param>
/// <param name="Submission">The operation that submits it, where the job is not there.</param>
/// <param name="QueuedSeconds">From its creation until it ran.</param>
/// <param name="RunSeconds">How long it ran, or has run.</param>
public sealed record SweepLineView(
    int Number, string Name, IReadOnlyDictionary<string, string?> Values, JobView? Job, OperationView? Submission, double? QueuedSeconds, double? RunSeconds)
{
    internal static SweepLineView From(SweepLine line, DateTimeOffset now, DateTimeOffset? asOf) => new(
        line.Number, line.Name, line.Values, line.Job is { } job ? new JobView(job, now, asOf) : null,
        line.Submission is { } operation ? OperationView.From(operation) : null, line.QueuedFor?.TotalSeconds, line.RunFor?.TotalSeconds);
}
