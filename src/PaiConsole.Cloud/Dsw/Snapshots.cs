namespace PaiConsole.Cloud.Dsw;

/// <summary>Body of CreateInstanceSnapshot. The instance must be running; it is Saving for a while and then runs on.</summary>
public sealed record CreateInstanceSnapshotRequest
{
    /// <summary>Name: lower-case letters, digits and hyphens.</summary>
    public required string SnapshotName { get; init; }

    /// <summary>Where the image is pushed to, tag included.</summary>
    public required string ImageUrl { get; init; }

    /// <summary>What it is.</summary>
    public string? SnapshotDescription { get; init; }

    /// <summary>Labels of the image.</summary>
    public IReadOnlyList<Label>? Labels { get; init; }

    /// <summary>Files and folders left out; on some kinds of machine only.</summary>
    public IReadOnlyList<string>? ExcludePaths { get; init; }

    /// <summary>Replaces the tag if there is one.</summary>
    public bool? Overwrite { get; init; }
}

/// <summary>Answer of CreateInstanceSnapshot and DeleteInstanceSnapshot.</summary>
public sealed record InstanceSnapshotAnswer : DswAnswer
{
    /// <summary>The snapshot.</summary>
    public string? SnapshotId { get; init; }
}

/// <summary>A snapshot, as GetInstanceSnapshot and ListInstanceSnapshot describe it.</summary>
public sealed record Snapshot : DswAnswer
{
    /// <summary>Id.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>Name.</summary>
    public string? SnapshotName { get; init; }

    /// <summary><c>Committing</c>, <c>Pushing</c>, <c>Saved</c>, <c>Failed</c>; an open set.</summary>
    public string? Status { get; init; }

    /// <summary>Why it failed, as a code.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why it failed, in words.</summary>
    public string? ReasonMessage { get; init; }

    /// <summary>The image it became.</summary>
    public string? ImageId { get; init; }

    /// <summary>Where the image is.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<Label>? Labels { get; init; }

    /// <summary>What was left out.</summary>
    public IReadOnlyList<string>? ExcludePaths { get; init; }

    /// <summary>When saving began.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? GmtModifiedTime { get; init; }

    /// <inheritdoc/>

    public override string ToString() => $"Snapshot {SnapshotId} {SnapshotName} {Status}";
}

/// <summary>Order and page of ListInstanceSnapshot.</summary>
public sealed record ListInstanceSnapshotQuery
{
    /// <summary>Sort field, for example <c>gmtCreate</c>.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>ASC</c> or <c>DESC</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public long? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public long? PageSize { get; init; }
}

/// <summary>A page of ListInstanceSnapshot.</summary>
public sealed record ListInstanceSnapshotAnswer : DswAnswer
{
    /// <summary>The snapshots.</summary>
    public IReadOnlyList<Snapshot>? Snapshots { get; init; }

    /// <summary>How many there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
