using PaiConsole.Cloud;

namespace PaiConsole.Engine.Syncing;

/// <summary>What one look at the cloud saw.</summary>
/// <param name="Items">Everything that was delivered.</param>
/// <param name="IsComplete">Nothing is missing from <paramref name="Items"/>: only then may absence mean anything.</param>
/// <param name="Failure">Why it is incomplete, where the cloud said.</param>
/// <param name="Missing">Ids that should have been there and were not; each is confirmed by name before it counts as deleted.</param>
/// <param name="Cursor">How far the history has been read now, or null when there is none.</param>
/// <param name="More">There is more to read at once.</param>
internal sealed record Look<T>(
    IReadOnlyList<T> Items, bool IsComplete, PaiApiException? Failure, IReadOnlyList<string> Missing, string? Cursor = null, bool More = false);
