using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>A bucket as output is mounted too, and needs a place that nothing else takes.</summary>
internal sealed class OutputMount : IJobRule
{
    private static readonly FindingKind _taken = new(
        "output-mount-taken", Severity.Error, "The output is mounted at {path}, where {other} is already.", "Give the data another mount path, or write below it without an output of its own.");
    private static readonly FindingKind _unused = new(
        "output-mount-unused", Severity.Info, "The output is mounted at {path}, and no argument of the command names it.", "Let the script write there, such as --output_dir={path}.");

    public IReadOnlyList<FindingKind> Kinds => [_taken, _unused];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.OutputPath is { } output && output.Contains("://", StringComparison.Ordinal);

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (!Applies(spec, context))
            yield break;
        if (spec.Data.FirstOrDefault(mount => MountPaths.Overlap(mount.MountPath, JobSpec.OutputMount)) is { } taken)
            yield return _taken.At("outputPath", $"{JobSpec.OutputMount}, {taken.MountPath}", ("path", JobSpec.OutputMount), ("other", taken.Uri ?? taken.DatasetId));
        else if (!spec.Command.Contains(JobSpec.OutputMount, StringComparison.Ordinal) && spec.Command.Length > 0)
            yield return _unused.At("outputPath", spec.OutputPath, ("path", JobSpec.OutputMount));
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) =>
        finding.Rule == _unused.Rule && LaunchCommand.Parse(spec.Command).Script is not null
            ? [RepairKinds.SetOption(spec, "output_dir", JobSpec.OutputMount, ofLauncher: false)]
            : [];
}
