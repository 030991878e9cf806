namespace PaiConsole.Domain.Storage;

/// <summary>A saved state of a training run, as its files tell.</summary>
public sealed record Checkpoint
{
    /// <summary>Folder (ending in a slash) or file, seen from the place that was listed.</summary>
    public required string Path { get; init; }
    /// <summary>How far the run was.</summary>
    public required CheckpointName Name { get; init; }
    /// <summary>How it was written.</summary>
    public required CheckpointKind Kind { get; init; }
    /// <summary>What is in it.</summary>
    public CheckpointParts Parts { get; init; }
    /// <summary>Bytes of all its files, as they are: never an estimate.</summary>
    public long Size { get; init; }
    /// <summary>Its files.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];
    /// <summary>When its last file was written; null where the cloud did not say.</summary>
    public DateTimeOffset? WrittenAt { get; init; }
    /// <summary>Why it cannot be resumed from; empty where it can.</summary>
    public IReadOnlyList<CheckpointFault> Faults { get; init; } = [];

    /// <summary>Everything that a run needs to go on from it is there.</summary>
    public bool IsComplete => Faults.Count == 0;

    /// <summary>The folder that it lies in, seen from the place that was listed; empty for that place itself.</summary>
    public string Parent => Path.TrimEnd('/') is var own && own.LastIndexOf('/') is >= 0 and var slash ? own[..(slash + 1)] : "";

    /// <summary>Its own name, without the folder it lies in.</summary>
    public string Title => Path.TrimEnd('/')[Parent.Length..];

    /// <summary>It is not complete and was written to so recently that it may still become so.</summary>
    public bool MayStillBeWritten(DateTimeOffset now) => !IsComplete && WrittenAt is { } at && now - at < TimeSpan.FromMinutes(10);

    /// <summary>Further along first: by step, then by epoch, both as numbers; then by the last write.</summary>
    public static Comparison<Checkpoint> NewestFirst { get; } = static (a, b) =>
        (b.Name.Step ?? -1).CompareTo(a.Name.Step ?? -1) is not 0 and var steps ? steps
        : (b.Name.Epoch ?? -1).CompareTo(a.Name.Epoch ?? -1) is not 0 and var epochs ? epochs
        : Nullable.Compare(b.WrittenAt, a.WrittenAt) is not 0 and var written ? written
        : string.CompareOrdinal(a.Path, b.Path);
}
