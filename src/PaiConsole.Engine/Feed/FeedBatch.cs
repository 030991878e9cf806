using PaiConsole.Engine.Listing;

namespace PaiConsole.Engine.Feed;

/// <summary>What happened to a row.</summary>
public enum ChangeType
{
    /// <summary>It is new or changed; the new row is in the change.</summary>
    Upsert,
    /// <summary>The cloud no longer has it.</summary>
    Delete,
}

/// <summary>One changed row.</summary>
public sealed record FeedChange<TView>(ChangeType Type, string Id, TView? Row);

/// <summary>The changes since the batch before, coalesced by row.</summary>
/// <param name="Version">Counts up over all batches of the feed.</param>
/// <param name="IsReset">Too much happened to list it: read again.</param>
/// <param name="Changes">Empty in a reset.</param>
public sealed record FeedBatch<TView>(long Version, bool IsReset, IReadOnlyList<FeedChange<TView>> Changes);
