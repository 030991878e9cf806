namespace PaiConsole.Cloud.Oss;

/// <summary>What reading the keys under a prefix gave.</summary>
/// <param name="Objects">Objects read, in the order of their keys.</param>
/// <param name="Folders">Folders read.</param>
/// <param name="Complete">True only when everything there is was delivered: nothing may be inferred from an absence otherwise.</param>
/// <param name="Failure">The call that ended the reading early, if one did.</param>
public sealed record ObjectListing(IReadOnlyList<OssObject> Objects, IReadOnlyList<string> Folders, bool Complete, PaiApiException? Failure)
{
    /// <summary>Reads page after page, at most so many.</summary>
    /// <param name="oss">OSS.</param>
    /// <param name="query">What to list; its continuation token is where to begin.</param>
    /// <param name="mostPages">How many pages to read at most.</param>
    /// <param name="cancellationToken">Ends the reading with an exception.</param>
    public static async Task<ObjectListing> ReadAsync(IOssApi oss, ListObjectsQuery query, int mostPages, CancellationToken cancellationToken)
    {
        List<OssObject> objects = [];
        List<string> folders = [];
        var whole = true;
        for (var page = 0; page < mostPages; page++)
        {
            ListObjectsAnswer answer;
            try
            {
                answer = await oss.ListObjectsAsync(query, cancellationToken);
            }
            catch (PaiApiException failure)
            {
                return new(objects, folders, Complete: false, failure);
            }

            objects.AddRange(answer.Objects);
            folders.AddRange(answer.Folders);
            whole &= answer.IsWhole;
            if (!answer.IsTruncated)
                return new(objects, folders, whole, Failure: null);
            // A page that leads back to itself, or nowhere, would be read for ever.
            if (answer.NextContinuationToken is not { } next || next == query.ContinuationToken)
                break;
            query = query with { ContinuationToken = next };
        }

        return new(objects, folders, Complete: false, Failure: null);
    }
}
