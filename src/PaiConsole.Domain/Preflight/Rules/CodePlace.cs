using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Code that is mounted: which, and where.</summary>
internal sealed class CodePlace : IJobRule
{
    private static readonly FindingKind _id = new(
        "code-id", Severity.Error, "{id} is not the id of a code set.", "Register the repository in the workspace and give its id, which starts with code-.");
    private static readonly FindingKind _path = new(
        "code-path", Severity.Error, "The code cannot be mounted at {path}: {why}.", "Use a path of its own, such as /mnt/code.");

    public IReadOnlyList<FindingKind> Kinds => [_id, _path];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Code is not null;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (spec.Code is not { } code)
            yield break;
        if (!code.Id.StartsWith("code-", StringComparison.Ordinal))
            yield return _id.At("code.id", code.Id, ("id", code.Id.Length > 0 ? code.Id : "–"));
        if (code.MountPath is { Length: > 0 } path && Fault(path, spec) is { } why)
            yield return _path.At("code.mountPath", path, ("path", path), ("why", why));
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) =>
        finding.Rule == _path.Rule && spec.Code is { } code && Fault("/mnt/code", spec) is null
            ? [RepairKinds.Mount.Of(spec with { Code = code with { MountPath = "/mnt/code" } }, ("path", "/mnt/code"))]
            : [];

    private static string? Fault(string path, JobSpec spec) =>
        !MountPaths.IsAbsolute(path) ? "it is not absolute"
        : MountPaths.IsSystem(path) ? "it would hide files that the container needs"
        : spec.Data.FirstOrDefault(mount => MountPaths.Overlap(mount.MountPath, path)) is { } other ? $"{other.MountPath} is there"
        : null;
}
