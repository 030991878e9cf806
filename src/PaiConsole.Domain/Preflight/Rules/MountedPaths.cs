using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Models and data that the command names must be where a mount puts them.</summary>
internal sealed class MountedPaths : IJobRule
{
    private static readonly string[] _inputs =
        ["model_name_or_path", "model_path", "model", "data_path", "dataset_path", "train_file", "train_data", "data_dir", "dataset", "data", "tokenizer_path", "tokenizer_name"];

    private static readonly string[] _places = ["/mnt", "/ml", "/cpfs", "/nas", "/oss"];

    private static readonly FindingKind _nowhere = new(
        "path-not-mounted", Severity.Error, "{path} is in no mount, so the script would not find it.", "Use a path below a mount ({mounts}), or mount what it needs there.");
    // What is not where mounts usually are may well be in the image.
    private static readonly FindingKind _image = new(
        "path-in-image", Severity.Warning, "{path} is in no mount: the script finds it only if the image holds it.", "Use a path below a mount ({mounts}), or an image that holds it.");
    private static readonly FindingKind _doubled = new(
        "path-doubled", Severity.Warning, "{path} looks for {folder} inside a mount that is {folder} itself.", "Use {mount}.");

    public IReadOnlyList<FindingKind> Kinds => [_nowhere, _image, _doubled];

    public bool Applies(JobSpec spec, PreflightContext context) => Paths(spec).Any();

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var mounts = string.Join(", ", spec.Data.Select(mount => mount.MountPath)) is { Length: > 0 } paths ? paths : "there is none";
        foreach (var (option, path) in Paths(spec))
        {
            if (Doubled(path, spec, context) is { } mount)
                yield return _doubled.At("command", $"--{option}={path}; {mount.Source} at {mount.Path}", ("path", path), ("folder", path.TrimEnd('/').Split('/')[^1]), ("mount", mount.Path));
            else if (!MountPaths.IsDurable(path, spec.Data) && !(spec.Code?.MountPath is { Length: > 0 } code && MountPaths.IsInside(path, code)) && !OfOutput(path, spec))
                yield return (_places.Any(place => MountPaths.IsInside(path, place)) ? _nowhere : _image).At("command", $"--{option}={path}; mounts: {mounts}", ("path", path), ("mounts", mounts));
        }
    }

    // The mount whose source ends like the path, however much of it.
    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        var path = finding.Args["path"];
        var best = finding.Rule == _doubled.Rule
            ? finding.Args["mount"]
            : spec.Data.Select(mount => (Place: Below(path, Source(mount, context)), mount.MountPath)).Where(entry => entry.Place is not null)
                .OrderBy(entry => entry.Place!.Length).Select(entry => entry.MountPath.TrimEnd('/') + entry.Place).FirstOrDefault();
        if (best is not null)
            yield return RepairKinds.Path.Of(RepairKinds.Replaced(spec, path, best), ("path", best));
    }

    private static IEnumerable<(string Option, string Path)> Paths(JobSpec spec) => LaunchCommand.Parse(spec.Command).ScriptOptions
        .Where(option => _inputs.Contains(option.Name, StringComparer.Ordinal) && option.Value is { } path && path.StartsWith('/') && !path.Contains('$', StringComparison.Ordinal))
        .Select(option => (option.Name, option.Value!));

    private static bool OfOutput(string path, JobSpec spec) => spec.OutputPath is not null && MountPaths.IsInside(path, JobSpec.OutputMount);

    private static (string Path, string Source)? Doubled(string path, JobSpec spec, PreflightContext context)
    {
        foreach (var mount in spec.Data)
        {
            var source = Source(mount, context).TrimEnd('/');
            var folder = source[(source.LastIndexOf('/') + 1)..];
            if (folder.Length > 0 && path.TrimEnd('/') == $"{mount.MountPath.TrimEnd('/')}/{folder}")
                return (mount.MountPath.TrimEnd('/'), source);
        }
        return null;
    }

    private static string Source(DataMount mount, PreflightContext context) =>
        mount.Uri ?? context.Datasets.FirstOrDefault(dataset => dataset.Id == mount.DatasetId)?.Uri ?? "";

    /// <summary>What of the path lies below the source's last folder, with its slash; null where that folder is not in the path.</summary>
    private static string? Below(string path, string source)
    {
        var folder = source.TrimEnd('/');
        folder = folder[(folder.LastIndexOf('/') + 1)..];
        if (folder.Length == 0)
            return null;
        var at = (path.TrimEnd('/') + "/").LastIndexOf($"/{folder}/", StringComparison.Ordinal);
        return at < 0 ? null : path.TrimEnd('/')[(at + 1 + folder.Length)..];
    }
}
