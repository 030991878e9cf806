using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>Volume mounts of all roles as data mounts of the job; a claim is the dataset of that name.</summary>
internal static class MountImport
{
    public static IReadOnlyList<DataMount> Resolve(TrainingManifest manifest, PreflightContext context, List<Finding> notes)
    {
        var mounts = new List<DataMount>();
        foreach (var atPath in Claimed(manifest, notes).GroupBy(mount => mount.Mount.MountPath, StringComparer.Ordinal))
        {
            var asked = atPath.ToList();
            var field = $"data[{mounts.Count}]";
            foreach (var twice in asked.GroupBy(mount => mount.Role).Where(same => same.Count() > 1))
                notes.Add(ManifestKinds.MountTwice.At(field, Lines(manifest, twice), ("role", twice.Key.Type), ("path", atPath.Key)));
            if (asked.FirstOrDefault(mount => mount.Claim != asked[0].Claim) is { } other)
                notes.Add(ManifestKinds.MountConflict.At(field, Lines(manifest, asked), ("path", atPath.Key), ("one", asked[0].Claim), ("other", other.Claim)));
            var roles = asked.Select(mount => mount.Role.Type).Distinct(StringComparer.Ordinal).ToList();
            if (roles.Count < manifest.Roles.Count)
                notes.Add(ManifestKinds.SharedMounts.At(field, Lines(manifest, asked), ("path", atPath.Key), ("roles", string.Join(", ", roles))));
            foreach (var folder in asked.Where(mount => mount.Mount.SubPath is not null).DistinctBy(mount => mount.Mount.SubPath))
                notes.Add(ManifestKinds.SubPath.At(field, manifest.Where(folder.Mount.Path), ("subPath", folder.Mount.SubPath), ("path", atPath.Key)));
            mounts.Add(new DataMount(Dataset(asked, field, manifest, context, notes)?.Id, null, atPath.Key));
        }
        return mounts;
    }

    /// <summary>The mounts that are backed by a claim; the others are said.</summary>
    private static IEnumerable<Asked> Claimed(TrainingManifest manifest, List<Finding> notes)
    {
        foreach (var role in manifest.Roles)
        {
            foreach (var mount in role.Mounts)
            {
                var volume = role.Volumes.FirstOrDefault(candidate => candidate.Name == mount.Name);
                if (volume?.Claim is { Length: > 0 } claim)
                    yield return new Asked(role, mount, volume, claim);
                else if (volume is null)
                    notes.Add(ManifestKinds.NoVolume.At("data", manifest.Where(mount.Path), ("path", mount.MountPath), ("volume", mount.Name)));
                else if (volume.Kind != "persistentVolumeClaim")
                    notes.Add(ManifestKinds.NotAClaim.At("data", manifest.Where(volume.Path),
                        ("volume", volume.Name), ("kind", volume.Kind.Length > 0 ? volume.Kind : "volume without source"), ("path", mount.MountPath)));
            }
        }
    }

    private static Dataset? Dataset(List<Asked> asked, string field, TrainingManifest manifest, PreflightContext context, List<Finding> notes)
    {
        var (claim, path) = (asked[0].Claim, asked[0].Mount.MountPath);
        var line = manifest.Where(asked[0].Volume.Path + ".persistentVolumeClaim.claimName");
        var found = context.Datasets.Where(dataset => dataset.Name == claim || dataset.Id == claim).ToList();
        if (found.Count == 0)
        {
            var known = string.Join(", ", context.Datasets.Select(dataset => dataset.Name));
            notes.Add(ManifestKinds.UnknownClaim.At(field, $"{line}: {claim}", ("claim", claim), ("path", path), ("known", known.Length > 0 ? known : "none; no dataset is registered")));
            return null;
        }
        if (found.Count > 1)
            notes.Add(ManifestKinds.AmbiguousClaim.At(field, string.Join(", ", found.Select(dataset => $"{dataset.Id} {dataset.Uri}")), ("claim", claim), ("dataset", found[0].Id)));
        notes.Add(ManifestKinds.Claim.At(field, $"{line}: {claim}; {found[0].SourceType} {found[0].Uri}", ("claim", claim), ("dataset", found[0].Id), ("path", path)));
        return found[0];
    }

    private static string Lines(TrainingManifest manifest, IEnumerable<Asked> mounts) =>
        string.Join(", ", mounts.Select(mount => $"{mount.Role.Type} at {manifest.Where(mount.Mount.Path)}"));

    private sealed record Asked(ManifestRole Role, ManifestMount Mount, ManifestVolume Volume, string Claim);
}
