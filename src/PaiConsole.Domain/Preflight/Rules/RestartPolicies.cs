using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>A restart policy is one of four words, written exactly so.</summary>
internal sealed class RestartPolicies : IJobRule
{
    private static readonly string[] _words = ["Always", "Never", "OnFailure", "ExitCode"];

    private static readonly FindingKind _unknown = new(
        "restart-policy", Severity.Error, "{policy} is not a restart policy.", "Use Always, Never, OnFailure or ExitCode, or leave it empty.");

    public IReadOnlyList<FindingKind> Kinds => [_unknown];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Roles.Any(role => !string.IsNullOrEmpty(role.RestartPolicy));

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) => spec.Roles
        .Select((role, index) => (role.RestartPolicy, index))
        .Where(role => role.RestartPolicy is { Length: > 0 } policy && !_words.Contains(policy, StringComparer.Ordinal))
        .Select(role => _unknown.At($"roles[{role.index}].restartPolicy", role.RestartPolicy, ("policy", role.RestartPolicy)));

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) =>
        RepairKinds.RoleOf(finding) is >= 0 and var at && at < spec.Roles.Count
        && _words.FirstOrDefault(word => string.Equals(word, spec.Roles[at].RestartPolicy, StringComparison.OrdinalIgnoreCase)) is { } meant
            ? [RepairKinds.Policy.Of(spec.WithRole(at, spec.Roles[at] with { RestartPolicy = meant }), ("policy", meant))]
            : [];
}
