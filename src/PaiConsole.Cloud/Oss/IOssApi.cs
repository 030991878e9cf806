namespace PaiConsole.Cloud.Oss;

/// <summary>Objects in buckets: OSS 2019-05-17, reading only. Every method throws <see cref="PaiApiException"/>.</summary>
public interface IOssApi
{
    /// <summary>Reads a page of keys in the order of their octets (ListObjectsV2). A bucket in another region than the one named is found by itself.</summary>
    /// <exception cref="ArgumentException">The bucket or region cannot be one.</exception>
    Task<ListObjectsAnswer> ListObjectsAsync(ListObjectsQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of the account's buckets in all regions (ListBuckets).</summary>
    Task<ListBucketsAnswer> ListBucketsAsync(ListBucketsQuery query, CancellationToken cancellationToken);

    /// <summary>Reads the beginning of a small object (GetObject with a range).</summary>
    /// <param name="place">Bucket that holds it.</param>
    /// <param name="key">Its key, not encoded.</param>
    /// <param name="mostBytes">How many octets to read at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The bucket, region or key cannot be one.</exception>
    Task<ObjectContent> GetObjectAsync(OssBucket place, string key, int mostBytes, CancellationToken cancellationToken);
}
