using PaiConsole.Domain;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Sweeps;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Operations;

namespace PaiConsole.Engine.Jobs.Sweeps;

/// <summary>What a sweep would submit, without doing it.</summary>
/// <param name="Over">Names of the parameters.</param>
/// <param name="Jobs">Each job with its own preview.</param>
/// <param name="Findings">What the checks say of the sweep and of all its jobs, each thing once; any error blocks.</param>
/// <param name="CostPerHour">What they cost together while all of them run; null where no price is known.</param>
/// <param name="Unpriced">How many of them have no known price: the sum leaves them out.</param>
public sealed record SweepPreview(
    IReadOnlyList<string> Over, IReadOnlyList<SweepJobPreview> Jobs, IReadOnlyList<SweepFinding> Findings, Money? CostPerHour, int Unpriced)
{
    /// <summary>At least one finding is an error.</summary>
    public bool IsBlocked => Findings.Any(one => one.Finding.Severity == Severity.Error);
    /// <summary>The cost is a ceiling: spot is cheaper.</summary>
    public bool CostIsUpperBound => Jobs.Any(job => job.Preview.CostIsUpperBound);

    internal static SweepPreview Of(SweepPlan plan, Func<JobSpec, Preview<JobSpec>> check)
    {
        List<SweepJobPreview> jobs = [.. plan.Members.Select(member => new SweepJobPreview(member, check(member.Spec)))];
        var findings = plan.Findings.Select(finding => new SweepFinding(finding, []))
            .Concat(jobs.SelectMany(job => job.Preview.Findings.Select(finding => (job.Member.Number, Finding: finding)))
                .GroupBy(one => (one.Finding.Rule, one.Finding.Field, one.Finding.Message))
                .Select(group => new SweepFinding(group.First().Finding, [.. group.Select(one => one.Number).Distinct()])))
            .OrderByDescending(one => one.Finding.Severity).ToList();
        var prices = jobs.Select(job => job.Preview.CostPerHour).ToList();
        var sum = Money.SumOfMain(prices.OfType<Money>());
        return new SweepPreview(plan.Over, jobs, findings, sum, prices.Count(price => price is null || price.Value.Currency != sum?.Currency));
    }
}

/// <summary>One job of a sweep before it is submitted.</summary>
/// <param name="Member">Its number and values.</param>
/// <param name="Preview">Its spec, its request and what the checks say.</param>
public sealed record SweepJobPreview(SweepMember Member, Preview<JobSpec> Preview);

/// <summary>Something that the checks say of one or more jobs of a sweep.</summary>
/// <param name="Finding">What.</param>
/// <param name="Members">Of which; empty where it is about the sweep as a whole.</param>
public sealed record SweepFinding(Finding Finding, IReadOnlyList<int> Members);
