namespace PaiConsole.Cloud.Oss;

/// <summary>Parameters of ListBuckets.</summary>
public sealed record ListBucketsQuery
{
    /// <summary>Only buckets whose name begins so.</summary>
    public string? Prefix { get; init; }

    /// <summary>Only buckets that come after this one.</summary>
    public string? Marker { get; init; }

    /// <summary>Buckets in a page, 1 to 1,000.</summary>
    public int MaxKeys { get; init; } = 100;
}

/// <summary>A page of buckets.</summary>
public sealed record ListBucketsAnswer : PaiAnswer
{
    /// <summary>The buckets, by name.</summary>
    public IReadOnlyList<BucketSummary> Buckets { get; init; } = [];

    /// <summary>More pages follow.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Marker of the next page; null on the last.</summary>
    public string? NextMarker { get; init; }
}

/// <summary>A bucket of a list.</summary>
/// <param name="Name">Name.</param>
/// <param name="Region">Region id, such as <c>cn-shanghai</c>.</param>
/// <param name="StorageClass">Standard, IA, Archive, ….</param>
/// <param name="CreatedAt">CreationDate.</param>
public sealed record BucketSummary(string Name, string? Region, string? StorageClass, DateTimeOffset? CreatedAt);
