using System.Text.RegularExpressions;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Data mounts: what, from where, and to a path that breaks nothing.</summary>
internal sealed partial class Mounts : IJobRule, INotebookRule
{
    private static readonly string[] _schemes = ["oss", "nas", "cpfs", "bmcpfs"];

    private static readonly FindingKind _source = new(
        "mount-source", Severity.Error, "A mount names either a dataset or a URI, not {given}.", "Give a datasetId or a uri.");
    private static readonly FindingKind _scheme = new(
        "mount-uri-scheme", Severity.Error, "{uri} cannot be mounted.", "Use an oss://, nas:// or cpfs:// URI.");
    private static readonly FindingKind _region = new(
        "mount-other-region", Severity.Warning, "{uri} is in another region than {region}: it is slow and traffic is charged, or it fails.",
        "Use a bucket in {region}.");
    private static readonly FindingKind _dataset = new(
        "dataset-unknown", Severity.Warning, "No dataset with the id {dataset} is registered in this workspace.", "Registered: {known}.");
    private static readonly FindingKind _relative = new(
        "mount-path-relative", Severity.Error, "The mount path {path} is not absolute.", "Start it with a slash, such as /mnt/data.");
    private static readonly FindingKind _system = new(
        "mount-path-system", Severity.Error, "Mounting at {path} would hide files that the container needs.", "Mount below /mnt, such as /mnt/data.");
    private static readonly FindingKind _overlap = new(
        "mount-overlap", Severity.Error, "The mount paths {path} and {other} overlap.", "Give each mount a path of its own.");

    public IReadOnlyList<FindingKind> Kinds => [_source, _scheme, _region, _dataset, _relative, _system, _overlap];

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) => Check(spec.Data, context);

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context) => Check(spec.Data, context);

    private static IEnumerable<Finding> Check(IReadOnlyList<DataMount> mounts, PreflightContext context) =>
        mounts.SelectMany((mount, index) => Source(mount, index, context).Concat(Path(mounts, index)));

    private static IEnumerable<Finding> Source(DataMount mount, int index, PreflightContext context)
    {
        var (hasDataset, hasUri) = (!string.IsNullOrEmpty(mount.DatasetId), !string.IsNullOrEmpty(mount.Uri));
        if (hasDataset == hasUri)
            yield return _source.At($"data[{index}]", mount.MountPath, ("given", hasUri ? "both" : "neither"));
        if (hasDataset && context.Datasets.Count > 0 && context.Datasets.All(known => known.Id != mount.DatasetId))
            yield return _dataset.At($"data[{index}].datasetId", mount.DatasetId,
                ("dataset", mount.DatasetId), ("known", string.Join(", ", context.Datasets.Select(known => $"{known.Name} ({known.Id})"))));
        if (mount.Uri is not { Length: > 0 } uri)
            yield break;
        if (!_schemes.Any(scheme => uri.StartsWith(scheme + "://", StringComparison.Ordinal) && uri.Length > scheme.Length + 3))
            yield return _scheme.At($"data[{index}].uri", uri, ("uri", uri));
        if (OssRegion().Match(uri) is { Success: true } host && host.Groups["region"].Value != context.Region)
            yield return _region.At($"data[{index}].uri", host.Value, ("uri", uri), ("region", context.Region));
    }

    private static IEnumerable<Finding> Path(IReadOnlyList<DataMount> mounts, int index)
    {
        var path = mounts[index].MountPath;
        var field = $"data[{index}].mountPath";
        if (!MountPaths.IsAbsolute(path))
        {
            yield return _relative.At(field, path, ("path", path));
            yield break;
        }
        if (MountPaths.IsSystem(path))
            yield return _system.At(field, path, ("path", path));
        if (mounts.Take(index).FirstOrDefault(other => MountPaths.Overlap(other.MountPath, path)) is { } clash)
            yield return _overlap.At(field, $"{clash.MountPath}, {path}", ("path", path), ("other", clash.MountPath));
    }

    [GeneratedRegex(@"\.oss-(?<region>[a-z0-9-]+?)(-internal)?\.aliyuncs\.com", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OssRegion();
}
