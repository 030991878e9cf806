using System.Globalization;
using PaiConsole.Domain.Jobs.Manifests;

namespace PaiConsole.Engine.Manifests;

/// <summary>Finds the parts of a training manifest in a YAML map.</summary>
internal static class ManifestMapper
{
    private const string RolesSuffix = "ReplicaSpecs";

    public static TrainingManifest Map(YamlFields root, ManifestNotes notes)
    {
        var manifest = new TrainingManifest { ApiVersion = root.RequiredText("apiVersion"), Kind = root.RequiredText("kind") };
        if (Section(root, "metadata") is { } metadata)
        {
            manifest = manifest with
            {
                Name = metadata.RequiredText("name"),
                Namespace = metadata.Text("namespace"),
                Labels = metadata.TextMap("labels"),
                Annotations = metadata.TextMap("annotations"),
            };
            metadata.IgnoreRest();
        }
        if (Section(root, "spec") is { } spec)
        {
            manifest = manifest with { Roles = Roles(spec, notes), DeadlineSeconds = Deadline(spec) };
            spec.IgnoreRest();
        }
        root.IgnoreRest();
        return manifest with { Lines = notes.Lines };
    }

    /// <summary>pytorchReplicaSpecs, tfReplicaSpecs … : a role by each key.</summary>
    private static List<ManifestRole> Roles(YamlFields spec, ManifestNotes notes)
    {
        var key = spec.Keys.FirstOrDefault(key => key.EndsWith(RolesSuffix, StringComparison.Ordinal)) ?? "pytorch" + RolesSuffix;
        var roles = new List<ManifestRole>();
        if (Section(spec, key) is not { } specs)
            return roles;
        foreach (var type in specs.Keys)
        {
            if (Section(specs, type) is { } role)
                roles.Add(Role(type, role, notes));
        }
        return roles;
    }

    private static long? Deadline(YamlFields spec)
    {
        if (spec.Map("runPolicy") is not { } policy)
            return null;
        var seconds = policy.Whole("activeDeadlineSeconds");
        policy.IgnoreRest();
        return seconds;
    }

    private static ManifestRole Role(string type, YamlFields fields, ManifestNotes notes)
    {
        var role = new ManifestRole
        {
            Type = type,
            Path = fields.Path,
            Replicas = fields.Whole("replicas") ?? 1,
            RestartPolicy = fields.Text("restartPolicy"),
        };
        if (Section(fields, "template") is { } template)
        {
            if (template.Map("metadata") is { } metadata)
            {
                role = role with { Annotations = metadata.TextMap("annotations") };
                metadata.IgnoreRest();
            }
            if (Section(template, "spec") is { } pod)
                role = Pod(role, pod, notes);
            template.IgnoreRest();
        }
        fields.IgnoreRest();
        return role;
    }

    private static ManifestRole Pod(ManifestRole role, YamlFields pod, ManifestNotes notes)
    {
        var containers = pod.Maps("containers");
        if (containers.Count == 0)
            pod.Missing("containers");
        if (containers.Count > 1)
            notes.Add(ManifestKinds.Containers, containers[1].Line, ("path", pod.At("containers")), ("count", containers.Count.ToString(CultureInfo.InvariantCulture)));
        role = role with { Volumes = [.. pod.Maps("volumes").Select(Volume)] };
        pod.IgnoreRest();
        return containers.Count == 0 ? role : ContainerMapper.Container(role, containers[0]);
    }

    private static ManifestVolume Volume(YamlFields fields)
    {
        var name = fields.RequiredText("name");
        var kind = fields.Keys.FirstOrDefault(key => key != "name") ?? "";
        string? claim = null;
        if (kind == "persistentVolumeClaim" && Section(fields, kind) is { } source)
        {
            claim = source.RequiredText("claimName");
            source.Text("readOnly");
            source.IgnoreRest();
        }
        return new ManifestVolume(name, kind, claim, fields.Path);
    }

    /// <summary>A map that must be there.</summary>
    private static YamlFields? Section(YamlFields fields, string key)
    {
        var section = fields.Map(key);
        if (section is null && !fields.HasValue(key))
            fields.Missing(key);
        return section;
    }
}
