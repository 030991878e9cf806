using System.Text.RegularExpressions;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>
/// Data mounts: what, from where, and to a path that breaks nothing. A manifest from elsewhere may name data that is registered
/// later, so a job is only warned; a notebook is made here and now.
/// </summary>
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
    private static readonly FindingKind _noDataset = new(
        "dataset-not-found", Severity.Error, "No dataset with the id {dataset} is registered.", "Registered: {known}.");
    private static readonly FindingKind _bucket = new(
        "mount-uri-bucket", Severity.Error, "{uri} names no bucket or file system.", "Write it as oss://bucket/folder/.");
    private static readonly FindingKind _again = new(
        "mount-source-twice", Severity.Error, "{source} is mounted at {other} already: two writable mounts of the same data overwrite each other.",
        "Keep one of the two.");
    private static readonly FindingKind _noPath = new(
        "mount-path-missing", Severity.Error, "This mount has no path in the container.", "Give one below /mnt, such as /mnt/data.");
    private static readonly FindingKind _relative = new(
        "mount-path-relative", Severity.Error, "The mount path {path} is not absolute.", "Start it with a slash, such as /mnt/data.");
    private static readonly FindingKind _system = new(
        "mount-path-system", Severity.Error, "Mounting at {path} would hide files that the container needs.", "Mount below /mnt, such as /mnt/data.");
    private static readonly FindingKind _overlap = new(
        "mount-overlap", Severity.Error, "The mount paths {path} and {other} overlap.", "Give each mount a path of its own.");

    public IReadOnlyList<FindingKind> Kinds => [_source, _scheme, _bucket, _region, _dataset, _noDataset, _again, _noPath, _relative, _system, _overlap];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Data.Count > 0;

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        var at = RepairKinds.IndexOf(finding, "data");
        if (at < 0 || at >= spec.Data.Count || finding.Field is not { } field || !field.EndsWith("mountPath", StringComparison.Ordinal))
            yield break;
        var path = spec.Data[at].MountPath;
        var wanted = finding.Rule == _relative.Rule && !path.Contains("..", StringComparison.Ordinal) ? "/mnt/" + path.Trim('/', '.') : "/mnt/data";
        for (var next = 2; spec.Data.Where((_, index) => index != at).Any(other => MountPaths.Overlap(other.MountPath, wanted)); next++)
            wanted = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/mnt/data{next}");
        yield return RepairKinds.Mount.Of(
            spec with { Data = [.. spec.Data.Select((mount, index) => index == at ? mount with { MountPath = wanted } : mount)] }, ("path", wanted));
    }

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) => Check(spec.Data, context, _dataset);

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context) =>
        Check(spec.Data, context, _noDataset).Concat(spec.Data.SelectMany((_, index) => Again(spec.Data, index)));

    private static IEnumerable<Finding> Check(IReadOnlyList<DataMount> mounts, PreflightContext context, FindingKind noDataset) =>
        mounts.SelectMany((mount, index) => Source(mount, index, context, noDataset).Concat(Path(mounts, index)));

    private static IEnumerable<Finding> Source(DataMount mount, int index, PreflightContext context, FindingKind noDataset)
    {
        var (hasDataset, hasUri) = (!string.IsNullOrEmpty(mount.DatasetId), !string.IsNullOrEmpty(mount.Uri));
        if (hasDataset == hasUri)
            yield return _source.At($"data[{index}]", mount.MountPath, ("given", hasUri ? "both" : "neither"));
        if (hasDataset && context.Datasets.Count > 0 && context.Datasets.All(known => known.Id != mount.DatasetId))
            yield return noDataset.At($"data[{index}].datasetId", mount.DatasetId,
                ("dataset", mount.DatasetId), ("known", string.Join(", ", context.Datasets.Select(known => $"{known.Name} ({known.Id})"))));
        if (mount.Uri is not { Length: > 0 } uri)
            yield break;
        var colon = uri.IndexOf("://", StringComparison.Ordinal);
        if (colon < 0 || !_schemes.Contains(uri[..colon], StringComparer.Ordinal))
            yield return _scheme.At($"data[{index}].uri", uri, ("uri", uri));
        else if (uri.Length == colon + 3 || uri[colon + 3] is '/' or '.')
            yield return _bucket.At($"data[{index}].uri", uri, ("uri", uri));
        if (OssRegion().Match(uri) is { Success: true } host && host.Groups["region"].Value != context.Region)
            yield return _region.At($"data[{index}].uri", host.Value, ("uri", uri), ("region", context.Region));
    }

    private static IEnumerable<Finding> Again(IReadOnlyList<DataMount> mounts, int index)
    {
        if (SourceOf(mounts[index]) is { Length: > 0 } source && mounts.Take(index).FirstOrDefault(other => SourceOf(other) == source) is { } twin)
            yield return _again.At($"data[{index}]", $"{twin.MountPath}, {mounts[index].MountPath}", ("source", source), ("other", twin.MountPath));
    }

    private static string SourceOf(DataMount mount) => (mount.DatasetId is { Length: > 0 } id ? id : mount.Uri ?? "").TrimEnd('/');

    private static IEnumerable<Finding> Path(IReadOnlyList<DataMount> mounts, int index)
    {
        var path = mounts[index].MountPath;
        var field = $"data[{index}].mountPath";
        if (path.Length == 0)
        {
            yield return _noPath.At(field, null);
            yield break;
        }
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
