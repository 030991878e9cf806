using System.Text.Json;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;
using PaiConsole.Domain.Jobs.Spot;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Operations;

namespace PaiConsole.Web.Api.Views;

/// <summary>What submitting a job would do, with what follows from its spec; nothing was sent.</summary>
/// <param name="Spec">What was asked, completed with what was derived.</param>
/// <param name="Request">The body that the cloud would receive.</param>
/// <param name="Findings">What the checks say; any error blocks.</param>
/// <param name="CostPerHour">What it will cost while it runs; null where a price is unknown.</param>
/// <param name="CostIsUpperBound">The cost is a ceiling: spot is cheaper.</param>
/// <param name="Facts">Figures that follow from the spec, each with its arithmetic; a value that is null names the missing input instead.</param>
/// <param name="Survival">The odds on spot machines; null for a job on demand.</param>
public sealed record JobPreviewView(
    JobSpec Spec, JsonElement Request, IReadOnlyList<FindingView> Findings, MoneyView? CostPerHour, bool CostIsUpperBound,
    IReadOnlyList<RunFact> Facts, SurvivalView? Survival) : PreviewView<JobSpec>(Spec, Request, Findings, CostPerHour, CostIsUpperBound)
{
    internal static IResult Of(Preview<JobSpec> preview, JobAdvice advice) => TypedResults.Ok(new JobPreviewView(
        preview.Spec, JsonSerializer.Deserialize<JsonElement>(preview.Request),
        [.. preview.Findings.Select(finding => FindingView.From(finding) with
        {
            Repairs = advice.Repairs(finding, preview.Spec) is { Count: > 0 } repairs ? [.. repairs.Select(repair => new RepairView(repair.Id, repair.Label, repair.Spec))] : null,
        })],
        MoneyView.From(preview.CostPerHour), preview.CostIsUpperBound, advice.Facts(preview.Spec).All,
        preview.Spec.Spot is null ? null : SurvivalView.From(advice.Survival(preview.Spec))));
}

/// <summary>The odds of a run on spot machines. Null is unknown.</summary>
/// <param name="Verdict"><c>unknown</c>, <c>spot</c> or <c>ondemand</c>: which is expected to cost less.</param>
/// <param name="Chance">Chance to finish without an interruption, 0 to 1.</param>
/// <param name="LostMinutes">Minutes lost on average; null also where the run would practically never end.</param>
/// <param name="SpotCost">Expected cost on spot.</param>
/// <param name="OnDemandCost">Cost on demand.</param>
/// <param name="BreakEven">Chance of a reclaim per machine-hour at which spot stops paying, 0 to 1.</param>
/// <param name="FirstCheckpointAfterEnd">An interruption loses everything.</param>
public sealed record SurvivalView(
    string Verdict, double? Chance, double? LostMinutes, MoneyView? SpotCost, MoneyView? OnDemandCost, double? BreakEven, bool FirstCheckpointAfterEnd)
{
    internal static SurvivalView From(SpotSurvival odds) => new(
        odds.Verdict.ToString().ToLowerInvariant(), odds.Chance, odds.LostMinutes is { } minutes && double.IsFinite(minutes) ? minutes : null,
        MoneyView.From(odds.SpotCost), MoneyView.From(odds.OnDemandCost), odds.BreakEven, odds.FirstCheckpointAfterEnd);
}
