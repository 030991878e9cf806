using System.Globalization;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>A run that hangs is billed until somebody looks; a limit that is too short kills a good one.</summary>
internal sealed class TimeLimit : IJobRule
{
    private const int Day = 24 * 60;

    private static readonly FindingKind _none = new(
        "spot-no-time-limit", Severity.Warning, "A spot job runs at any hour, and this one has no longest running time: one that hangs is billed until somebody looks.",
        "Set a longest running time.");
    private static readonly FindingKind _short = new(
        "time-limit-too-short", Severity.Warning, "The run is stopped after {minutes} minutes and is expected to take {expected} minutes.", "Raise the limit, or train less.");

    public IReadOnlyList<FindingKind> Kinds => [_none, _short];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Spot is not null || spec.MaxRunningMinutes is not null;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (spec.MaxRunningMinutes is not { } minutes)
        {
            if (spec.Spot is not null)
                yield return _none.At("maxRunningMinutes", null);
            yield break;
        }
        var facts = RunFacts.Of(spec, context);
        if (minutes > 0 && facts.Hours * 60 is { } expected && expected > minutes)
            yield return _short.At("maxRunningMinutes", facts.All.First(fact => fact.Key == "hours").Arithmetic,
                ("minutes", minutes), ("expected", Math.Ceiling(expected).ToString("0", CultureInfo.InvariantCulture)));
    }

    // Twice what is expected leaves room for restarts; where nothing is expected, a day.
    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        var minutes = RunFacts.Of(spec, context).Hours is > 0 and < 100_000 and var hours ? Math.Max(30, (long)Math.Ceiling(hours * 120)) : Day;
        return [RepairKinds.Minutes.Of(spec with { MaxRunningMinutes = minutes }, ("minutes", minutes))];
    }
}
