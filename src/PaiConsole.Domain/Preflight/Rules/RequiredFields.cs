using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>What the cloud will not take a request without.</summary>
internal sealed class RequiredFields : IJobRule, INotebookRule, IServiceRule
{
    private static readonly FindingKind _missing = new(
        "field-required", Severity.Error, "{field} is missing.", "Give a value for {field}.");

    public IReadOnlyList<FindingKind> Kinds => [_missing];

    public bool Applies(JobSpec spec, PreflightContext context) => true;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var everyRoleHasAnImage = spec.Roles.Count > 0 && spec.Roles.All(role => !string.IsNullOrEmpty(role.Image));
        return Missing(
            [
                ("name", spec.Name), ("type", spec.Type),
                ("command", ShellWords.WithoutComments(spec.Command)), // a shell that is given nothing but comments succeeds at once
                ("image", everyRoleHasAnImage ? "given by role" : spec.Image),
                ("roles", spec.Roles.Count > 0 ? "given" : ""),
                .. spec.Roles.SelectMany((role, index) => new[] { ($"roles[{index}].type", role.Type), ($"roles[{index}].sku", role.Sku) }),
            ]);
    }

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context) =>
        Missing(("name", spec.Name), ("sku", spec.Sku), ("image", spec.Image));

    public IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context) =>
        Missing(("name", spec.Name), ("sku", spec.Sku));

    private static IEnumerable<Finding> Missing(params IEnumerable<(string Field, string Value)> fields) =>
        fields.Where(field => string.IsNullOrWhiteSpace(field.Value))
            .Select(field => _missing.At(field.Field, null, ("field", field.Field)));
}
