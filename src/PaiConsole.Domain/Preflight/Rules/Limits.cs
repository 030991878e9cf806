using System.Globalization;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Priority and running time.</summary>
internal sealed class Limits : IJobRule
{
    private static readonly FindingKind _priority = new(
        "priority-range", Severity.Error, "A priority is a number from 1 to 9, not {priority}.", "Set it from 1 (last) to 9 (first).");

    private static readonly FindingKind _minutes = new(
        "running-time", Severity.Error, "The longest running time must be at least one minute, not {minutes}.", "Set the minutes, or leave it empty for no limit.");

    public IReadOnlyList<FindingKind> Kinds => [_priority, _minutes];

    public bool Applies(JobSpec spec, PreflightContext context) =>
        spec.Priority is not null || spec.MaxRunningMinutes is not null;

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) => finding.Rule == _priority.Rule
        ? [RepairKinds.Priority.Of(spec with { Priority = Math.Clamp(spec.Priority ?? 1, 1, 9) }, ("priority", Math.Clamp(spec.Priority ?? 1, 1, 9)))]
        : [];

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (spec.Priority is { } priority and not (>= 1 and <= 9))
            yield return _priority.At("priority", priority.ToString(CultureInfo.InvariantCulture), ("priority", priority));
        if (spec.MaxRunningMinutes is { } minutes and <= 0)
            yield return _minutes.At("maxRunningMinutes", minutes.ToString(CultureInfo.InvariantCulture), ("minutes", minutes));
    }
}
