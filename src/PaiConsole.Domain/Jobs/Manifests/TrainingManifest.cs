namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>
/// A training job in the form of a Kubernetes manifest (kind PyTorchJob and its like). DLC takes no such document:
/// it is read, translated into a <see cref="JobSpec"/> and never sent.
/// </summary>
public sealed record TrainingManifest
{
    /// <summary>apiVersion.</summary>
    public string ApiVersion { get; init; } = "";
    /// <summary>kind.</summary>
    public string Kind { get; init; } = "";
    /// <summary>metadata.name.</summary>
    public string Name { get; init; } = "";
    /// <summary>metadata.namespace.</summary>
    public string? Namespace { get; init; }
    /// <summary>metadata.labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>metadata.annotations.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>runPolicy.activeDeadlineSeconds.</summary>
    public long? DeadlineSeconds { get; init; }
    /// <summary>The replica specs, in the order of the document.</summary>
    public IReadOnlyList<ManifestRole> Roles { get; init; } = [];
    /// <summary>Path of a value, such as <c>spec.pytorchReplicaSpecs.Master.replicas</c>, to its line, from 1.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>"line 18" for a path of the document, or the path itself where the line is not known.</summary>
    public string Where(string path) =>
        Lines.TryGetValue(path, out var line) ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {line}") : path;
}

/// <summary>One replica spec with its only container.</summary>
public sealed record ManifestRole
{
    /// <summary>Master, Worker, Chief …</summary>
    public string Type { get; init; } = "";
    /// <summary>Where it stands in the document.</summary>
    public string Path { get; init; } = "";
    /// <summary>Where its container stands in the document.</summary>
    public string ContainerPath { get; init; } = "";
    /// <summary>replicas, 1 where it is not given.</summary>
    public long Replicas { get; init; } = 1;
    /// <summary>restartPolicy.</summary>
    public string? RestartPolicy { get; init; }
    /// <summary>template.metadata.annotations.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>image.</summary>
    public string Image { get; init; } = "";
    /// <summary>workingDir.</summary>
    public string? WorkingDir { get; init; }
    /// <summary>command, a word each.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];
    /// <summary>args, a word each.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];
    /// <summary>env with a value of its own.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>resources.limits, quantities as they are written.</summary>
    public IReadOnlyDictionary<string, string> Limits { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>resources.requests, quantities as they are written.</summary>
    public IReadOnlyDictionary<string, string> Requests { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>volumeMounts.</summary>
    public IReadOnlyList<ManifestMount> Mounts { get; init; } = [];
    /// <summary>volumes.</summary>
    public IReadOnlyList<ManifestVolume> Volumes { get; init; } = [];
}

/// <summary>One of volumeMounts.</summary>
/// <param name="Name">The volume's name.</param>
/// <param name="MountPath">Where it appears.</param>
/// <param name="SubPath">A folder inside it, or null.</param>
/// <param name="Path">Where it stands in the document.</param>
public sealed record ManifestMount(string Name, string MountPath, string? SubPath, string Path);

/// <summary>One of volumes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">persistentVolumeClaim, emptyDir, hostPath … or empty.</param>
/// <param name="Claim">claimName of a persistentVolumeClaim.</param>
/// <param name="Path">Where it stands in the document.</param>
public sealed record ManifestVolume(string Name, string Kind, string? Claim, string Path);

/// <summary>What reading a manifest gave.</summary>
/// <param name="Manifest">Null when the document cannot be understood at all.</param>
/// <param name="Findings">Every fault that was met; errors mean that parts are missing.</param>
public sealed record ManifestReadResult(TrainingManifest? Manifest, IReadOnlyList<Preflight.Finding> Findings);
