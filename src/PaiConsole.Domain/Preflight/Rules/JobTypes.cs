using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Job types and the roles that each has.</summary>
internal sealed class JobTypes : IJobRule
{
    private static readonly FindingKind _type = new(
        "job-type-unknown", Severity.Warning,
        "{type} is not a job type that is known here.", "Known types: {known}.");

    private static readonly FindingKind _role = new(
        "role-not-of-type", Severity.Error, "A {type} has no role called {role}.", "Its roles are {roles}.");

    private static readonly FindingKind _twice = new(
        "role-twice", Severity.Error, "The role {role} occurs more than once.", "Join the two and add up their counts.");

    /// <summary>Roles by job type: CreateJob JobSpecs.Type and the frameworks' own rules.</summary>
    private static readonly Dictionary<string, string[]> _roles = new(StringComparer.Ordinal)
    {
        ["PyTorchJob"] = ["Master", "Worker"],
        ["TFJob"] = ["Chief", "Master", "PS", "Worker", "Evaluator", "GraphLearn"],
        ["MPIJob"] = ["Master", "Worker"],
        ["XGBoostJob"] = ["Master", "Worker"],
        ["OneFlowJob"] = ["Master", "Worker"],
        ["ElasticBatchJob"] = ["Master", "Worker"],
        ["ElasticBatch"] = ["Master", "Worker"],
        ["RayJob"] = ["Head", "Worker"],
    };

    public IReadOnlyList<FindingKind> Kinds => [_type, _role, _twice];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Type.Length > 0;

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) =>
        finding.Rule == _type.Rule && _roles.Keys.FirstOrDefault(known => string.Equals(known, spec.Type, StringComparison.OrdinalIgnoreCase)) is { } meant
            ? [RepairKinds.Type.Of(spec with { Type = meant }, ("type", meant))]
            : [];

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (!_roles.TryGetValue(spec.Type, out var roles))
        {
            if (spec.Type.Length > 0)
                yield return _type.At("type", spec.Type, ("type", spec.Type), ("known", string.Join(", ", _roles.Keys)));
            yield break;
        }
        for (var i = 0; i < spec.Roles.Count; i++)
        {
            var role = spec.Roles[i].Type;
            if (role.Length > 0 && !roles.Contains(role, StringComparer.Ordinal))
                yield return _role.At($"roles[{i}].type", role, ("type", spec.Type), ("role", role), ("roles", string.Join(", ", roles)));
            if (role.Length > 0 && spec.Roles.Take(i).Any(earlier => earlier.Type == role))
                yield return _twice.At($"roles[{i}].type", role, ("role", role));
        }
    }
}
