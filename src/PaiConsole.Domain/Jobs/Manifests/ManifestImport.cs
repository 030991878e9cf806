using System.Globalization;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>Translates a manifest into a job spec. Everything it assumes is said as a finding.</summary>
public static class ManifestImport
{
    /// <summary>The annotation that names a role's instance type, on the role's template or on the whole manifest.</summary>
    public const string SkuAnnotation = "paiconsole/instance-type";

    /// <summary>kind to JobType.</summary>
    private static readonly string[] _kinds = ["PyTorchJob", "TFJob", "MPIJob", "XGBoostJob", "ElasticBatchJob", "OneFlowJob", "RayJob"];

    private static readonly string[] _groups = ["training.pai.alibaba.com", "kubeflow.org", "kai.alibabacloud.com"];

    /// <summary>The spec, with every assumption and fault at once.</summary>
    public static JobImport ToSpec(TrainingManifest manifest, PreflightContext context)
    {
        var notes = new List<Finding>(Document(manifest));
        var (skus, fits) = SkuImport.Resolve(manifest, context, notes);
        var images = ImageImport.Resolve(manifest, context, notes);
        var image = images.FirstOrDefault() ?? "";
        var spec = new JobSpec
        {
            Name = manifest.Name,
            Type = manifest.Kind,
            Command = CommandImport.Resolve(manifest, notes),
            Image = image,
            Roles = [.. manifest.Roles.Select((role, index) =>
                new JobRoleSpec(role.Type, role.Replicas, skus[index]) { Image = images[index] == image ? null : images[index], RestartPolicy = role.RestartPolicy })],
            Data = MountImport.Resolve(manifest, context, notes),
            Env = EnvImport.Resolve(manifest, notes),
            MaxRunningMinutes = manifest.DeadlineSeconds is { } seconds ? (seconds / 60) + (seconds % 60 > 0 ? 1 : 0) : null,
            Labels = manifest.Labels,
        };
        var blocked = notes.Where(note => note.Severity == Severity.Error).Select(note => note.Field).ToHashSet(StringComparer.Ordinal);
        blocked.UnionWith(Enumerable.Range(0, skus.Count).Where(index => skus[index].Length == 0).Select(index => $"roles[{index}].sku"));
        var faults = JobPreflight.Check(spec, context).Where(fault => fault.Field is null || !blocked.Contains(fault.Field));
        return new JobImport(spec, notes, [.. notes.Concat(faults).OrderByDescending(finding => finding.Severity)], fits);
    }

    private static IEnumerable<Finding> Document(TrainingManifest manifest)
    {
        if (manifest.ApiVersion.Length > 0)
        {
            var known = _groups.Contains(manifest.ApiVersion.Split('/')[0], StringComparer.Ordinal);
            var evidence = $"{manifest.Where("apiVersion")}: {manifest.ApiVersion}, kind {manifest.Kind}";
            yield return known
                ? ManifestKinds.Translated.At(null, evidence, ("apiVersion", manifest.ApiVersion), ("type", manifest.Kind))
                : ManifestKinds.ApiVersion.At(null, evidence, ("apiVersion", manifest.ApiVersion));
        }
        if (manifest.Kind.Length > 0 && !_kinds.Contains(manifest.Kind, StringComparer.Ordinal))
            yield return ManifestKinds.JobKind.At("type", $"{manifest.Where("kind")}: {manifest.Kind}", ("kind", manifest.Kind), ("known", string.Join(", ", _kinds)));
        if (manifest.Namespace is { } space)
            yield return ManifestKinds.Namespace.At(null, $"{manifest.Where("metadata.namespace")}: {space}", ("namespace", space));
        foreach (var key in manifest.Annotations.Keys.Where(key => key != SkuAnnotation))
            yield return Ignored(manifest, $"metadata.annotations.{key}");
        if (manifest.DeadlineSeconds is { } seconds)
            yield return ManifestKinds.Deadline.At("maxRunningMinutes",
                string.Create(CultureInfo.InvariantCulture, $"{manifest.Where("spec.runPolicy.activeDeadlineSeconds")}: {seconds} s"), ("minutes", Math.Ceiling(seconds / 60m)));
        if (manifest.Kind == "PyTorchJob" && manifest.Roles.Count > 0 && manifest.Roles.All(role => role.Type != "Master"))
            yield return ManifestKinds.NoMaster.At("roles", string.Join(", ", manifest.Roles.Select(role => role.Type)));
        foreach (var role in manifest.Roles)
        {
            foreach (var key in role.Annotations.Keys.Where(key => key != SkuAnnotation))
                yield return Ignored(manifest, $"{role.Path}.template.metadata.annotations.{key}");
        }
    }

    /// <summary>The finding that a field means nothing to DLC.</summary>
    internal static Finding Ignored(TrainingManifest manifest, string path) =>
        ManifestKinds.Ignored.At(null, manifest.Where(path), ("path", path));
}
