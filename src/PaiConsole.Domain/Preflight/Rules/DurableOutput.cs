using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>What a job writes outside its mounts is gone when it stops.</summary>
internal sealed class DurableOutput : IJobRule
{
    private static readonly string[] _options = ["output_dir", "save_dir", "checkpoint_dir", "ckpt_dir", "save_path", "output_path", "output"];
    private static readonly string[] _schemes = ["oss://", "nas://", "cpfs://"];

    private static readonly FindingKind _lost = new(
        "output-lost", Severity.Error, "{path} is not in a mount: what the job writes there is lost when it stops.",
        "Write below a mount ({mounts}), or mount a bucket there.");
    private static readonly FindingKind _relative = new(
        "output-relative", Severity.Warning, "{path} is relative to the container's working directory, which is not kept unless it is in a mount.",
        "Give an absolute path below a mount ({mounts}).");
    private static readonly FindingKind _outputPath = new(
        "output-path", Severity.Error, "{path} is neither an oss:// location nor a path in a mount.", "Give an oss:// URI, or a path below a mount ({mounts}).");

    public IReadOnlyList<FindingKind> Kinds => [_lost, _relative, _outputPath];

    public bool Applies(JobSpec spec, PreflightContext context) =>
        spec.OutputPath is { Length: > 0 } || LaunchCommand.Parse(spec.Command).ScriptOptions.Any(option => _options.Contains(option.Name, StringComparer.Ordinal));

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        if (spec.Data.FirstOrDefault(mount => MountPaths.IsAbsolute(mount.MountPath))?.MountPath.TrimEnd('/') is not { Length: > 0 } folder)
            yield break;
        var path = finding.Args["path"];
        var kept = $"{folder}/{string.Join('/', path.Split('/').Where(part => part is not ("" or "." or ".." or "root" or "home" or "tmp")))}";
        yield return RepairKinds.Path.Of(
            finding.Rule == _outputPath.Rule ? spec with { OutputPath = kept } : RepairKinds.Replaced(spec, path, kept), ("path", kept));
    }

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var mounts = string.Join(", ", spec.Data.Select(mount => mount.MountPath)) is { Length: > 0 } paths ? paths : "there is none";
        foreach (var option in LaunchCommand.Parse(spec.Command).ScriptOptions.Where(option => _options.Contains(option.Name, StringComparer.Ordinal)))
        {
            if (option.Value is not { Length: > 0 } path || path.Contains('$', StringComparison.Ordinal) || path.Contains("://", StringComparison.Ordinal))
                continue;
            if (!path.StartsWith('/'))
                yield return _relative.At("command", $"--{option.Name}={path}", ("path", path), ("mounts", mounts));
            else if (!MountPaths.IsDurable(path, spec.Data) && !InOutputMount(path, spec))
                yield return _lost.At("command", $"--{option.Name}={path}; mounts: {mounts}", ("path", path), ("mounts", mounts));
        }
        if (spec.OutputPath is { Length: > 0 } output
            && !IsUri(output) && !MountPaths.IsDurable(output, spec.Data))
            yield return _outputPath.At("outputPath", output, ("path", output), ("mounts", mounts));
    }

    private static bool IsUri(string path) => _schemes.Any(scheme => path.StartsWith(scheme, StringComparison.Ordinal));

    private static bool InOutputMount(string path, JobSpec spec) =>
        spec.OutputPath is { } output && IsUri(output) && MountPaths.IsInside(path, JobSpec.OutputMount);
}
