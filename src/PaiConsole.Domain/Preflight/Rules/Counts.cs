using System.Globalization;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>How many machines: enough to run, and no more than a slip of the finger would explain.</summary>
internal sealed class Counts : IJobRule, IServiceRule
{
    private const int Most = 1000;

    private static readonly FindingKind _count = new(
        "role-count", Severity.Error, "The role {role} asks for {count} nodes; from 1 to 1000 are possible.", "Set its count.");

    private static readonly FindingKind _master = new(
        "one-master", Severity.Error, "A {type} has one master, not {count}.", "Set the master's count to 1 and raise the workers'.");

    private static readonly FindingKind _replicas = new(
        "replica-count", Severity.Error, "{count} replicas are asked for; from 0 to 1000 are possible.", "Set the number of replicas.");

    public IReadOnlyList<FindingKind> Kinds => [_count, _master, _replicas];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Roles.Count > 0;

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        var at = RepairKinds.RoleOf(finding);
        if (at < 0 || at >= spec.Roles.Count)
            return [];
        var role = spec.Roles[at];
        return finding.Rule == _master.Rule || role.Count < 1
            ? [RepairKinds.Count.Of(spec.WithRole(at, role with { Count = 1 }), ("role", role.Type), ("count", 1))]
            : [];
    }

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        for (var i = 0; i < spec.Roles.Count; i++)
        {
            var (role, count, _) = spec.Roles[i];
            if (count is < 1 or > Most)
                yield return _count.At($"roles[{i}].count", Text(count), ("role", role), ("count", count));
            else if (role is "Master" or "Chief" or "Head" && count > 1)
                yield return _master.At($"roles[{i}].count", Text(count), ("type", spec.Type), ("count", count));
        }
    }

    public IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context)
    {
        if (spec.Replicas is < 0 or > Most)
            yield return _replicas.At("replicas", Text(spec.Replicas), ("count", spec.Replicas));
    }

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
