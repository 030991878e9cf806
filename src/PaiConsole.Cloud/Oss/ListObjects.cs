namespace PaiConsole.Cloud.Oss;

/// <summary>Parameters of ListObjectsV2.</summary>
/// <param name="Bucket">Bucket to list.</param>
public sealed record ListObjectsQuery(OssBucket Bucket)
{
    /// <summary>Only keys that begin so; empty for all.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Keys that share what stands up to this, after the prefix, are one folder; null lists every key.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Keys and folders in a page, 1 to 1,000.</summary>
    public int MaxKeys { get; init; } = 1000;

    /// <summary>NextContinuationToken of the page before.</summary>
    public string? ContinuationToken { get; init; }

    /// <summary>Only keys that come after this one.</summary>
    public string? StartAfter { get; init; }
}

/// <summary>A page of keys.</summary>
public sealed record ListObjectsAnswer : PaiAnswer
{
    /// <summary>Objects that are in no folder of the page.</summary>
    public IReadOnlyList<OssObject> Objects { get; init; } = [];

    /// <summary>Folders, each with the delimiter at its end.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>More pages follow.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>What names the next page; null on the last.</summary>
    public string? NextContinuationToken { get; init; }

    /// <summary>How many keys and folders OSS says are in this page; null where it does not say.</summary>
    public int? KeyCount { get; init; }

    /// <summary>False where the page holds less than OSS counts in it.</summary>
    public bool IsWhole => KeyCount is null || Objects.Count + Folders.Count >= KeyCount;
}

/// <summary>An object of a list.</summary>
/// <param name="Key">Its key, decoded.</param>
/// <param name="Size">Octets.</param>
/// <param name="LastModified">Last write, by the cloud's clock; null where it could not be read.</param>
/// <param name="ETag">Without quotes.</param>
/// <param name="StorageClass">Standard, IA, Archive, ColdArchive, DeepColdArchive.</param>
public sealed record OssObject(string Key, long Size, DateTimeOffset? LastModified, string? ETag, string? StorageClass);

/// <summary>The beginning of an object.</summary>
public sealed record ObjectContent : PaiAnswer
{
    /// <summary>Its first octets.</summary>
    public ReadOnlyMemory<byte> Octets { get; init; }
}
