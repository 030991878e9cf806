namespace PaiConsole.Cloud;

/// <summary>A page as it came over the wire.</summary>
/// <param name="Items">Its items; null counts as none.</param>
/// <param name="TotalCount">How many the cloud says there are on all pages; null when it does not say.</param>
public readonly record struct Page<T>(IReadOnlyList<T>? Items, long? TotalCount);

/// <summary>What reading a list page by page gave.</summary>
/// <param name="Items">Everything that was read, each id once, in the order of delivery.</param>
/// <param name="Complete">True only when every item the cloud counts was delivered: nothing may be inferred from an absence otherwise.</param>
/// <param name="Failure">The call that ended the reading early, if one did.</param>
public sealed record PagedList<T>(IReadOnlyList<T> Items, bool Complete, PaiApiException? Failure);

/// <summary>Reads lists that are paged by number.</summary>
public static class Paging
{
    private const int MostPages = 10_000;

    /// <summary>
    /// Reads page after page until the cloud has delivered all it counts or has no more. A failing page ends the reading and keeps what
    /// was read. Objects created or deleted meanwhile shift items over page borders; then a duplicate appears or the count changes, and the
    /// list is not called complete.
    /// </summary>
    /// <param name="fetch">Reads the page of that number, from 1.</param>
    /// <param name="idOf">The identity of an item; items without one are left out, and then the list is not complete.</param>
    /// <param name="cancellationToken">Ends the reading with an exception.</param>
    public static async Task<PagedList<T>> ReadAllAsync<T>(
        Func<int, CancellationToken, Task<Page<T>>> fetch, Func<T, string?> idOf, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        long delivered = 0, highestTotal = 0;
        var counted = true;

        for (var number = 1; number <= MostPages; number++)
        {
            Page<T> page;
            try
            {
                page = await fetch(number, cancellationToken);
            }
            catch (PaiApiException failure)
            {
                return new PagedList<T>(items, Complete: false, failure);
            }

            foreach (var item in page.Items ?? [])
            {
                delivered++;
                if (item is not null && idOf(item) is { Length: > 0 } id && seen.Add(id))
                    items.Add(item);
            }

            counted &= page.TotalCount is not null;
            highestTotal = Math.Max(highestTotal, page.TotalCount ?? 0);
            if (page.Items is not { Count: > 0 } || (counted && delivered >= highestTotal))
                break;
        }

        return new PagedList<T>(items, Complete: counted && items.Count >= highestTotal, Failure: null);
    }
}
