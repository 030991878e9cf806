using PaiConsole.Cloud;
using PaiConsole.Cloud.Oss;
using PaiConsole.Domain.Storage;

namespace PaiConsole.Engine.Storage;

/// <summary>Objects under a place, or why there are none.</summary>
/// <param name="State">What came of it.</param>
/// <param name="Files">Objects, their paths seen from the place.</param>
/// <param name="Folders">Folders, where they were asked for.</param>
/// <param name="All">Everything that is there was delivered.</param>
/// <param name="Fault">What the cloud said, where it refused or failed.</param>
internal sealed record PlaceFiles(PlaceState State, IReadOnlyList<StoredFile> Files, IReadOnlyList<string> Folders, bool All, PaiApiException? Fault);

/// <summary>Reads OSS within bounds of pages and time: somebody is waiting, and a bucket may hold millions of objects.</summary>
internal sealed class PlaceReader(IOssApi oss, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly IReadOnlyList<StoredFile> Nothing = [];

    /// <summary>Everything under a place (ListObjectsV2), at most so many pages of 1,000.</summary>
    /// <param name="place">Where.</param>
    /// <param name="folded">Only what lies directly under it, folders as such.</param>
    /// <param name="pages">How many pages at most.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<PlaceFiles> ListAsync(OssPlace place, bool folded, int pages, CancellationToken ct)
    {
        using CancellationTokenSource patience = new(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        ListObjectsQuery query = new(new OssBucket(place.Bucket, place.Region)) { Prefix = place.Prefix, Delimiter = folded ? "/" : null };
        try
        {
            var listing = await ObjectListing.ReadAsync(oss, query, pages, either.Token);
            string Own(string key) => key[place.Prefix.Length..];
            var state = listing.Failure is null || listing.Objects.Count + listing.Folders.Count > 0 ? PlaceState.Seen : StateOf(listing.Failure);
            return new(
                state,
                [.. listing.Objects.Where(o => o.Key.StartsWith(place.Prefix, StringComparison.Ordinal)).Select(o => new StoredFile(Own(o.Key), o.Size, o.LastModified))],
                [.. listing.Folders.Where(f => f.StartsWith(place.Prefix, StringComparison.Ordinal)).Select(Own)],
                listing.Complete,
                listing.Failure);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(PlaceState.Unreachable, Nothing, [], false, null);
        }
    }

    /// <summary>The first line of a small object; null where it cannot be read.</summary>
    public async Task<string?> LineAsync(OssPlace place, string path, CancellationToken ct)
    {
        const int longest = 256;
        try
        {
            var content = await oss.GetObjectAsync(new OssBucket(place.Bucket, place.Region), place.Prefix + path, longest, ct);
            return System.Text.Encoding.UTF8.GetString(content.Octets.Span).Split('\n')[0].Trim();
        }
        catch (Exception exception) when (exception is PaiApiException or ArgumentException)
        {
            return null;
        }
    }

    private static PlaceState StateOf(PaiApiException fault) =>
        fault.Code == "NoSuchBucket" ? PlaceState.NoBucket
        : fault.IsDenied ? PlaceState.Denied
        : PlaceState.Unreachable;
}
