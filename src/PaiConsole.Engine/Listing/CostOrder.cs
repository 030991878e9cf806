using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Listing;

/// <summary>
/// The orders that move with the clock. What runs is little and is sorted here; what does not run any more stands still
/// and is sorted by its index.
/// </summary>
internal static class CostOrder
{
    /// <summary>By what it costs per hour now. What does not run costs nothing and comes last either way, newest first.</summary>
    public static async Task<List<TRow>> PerHourAsync<TEntity, TRow>(
        IQueryable<TEntity> rows, Expression<Func<TEntity, TRow>> projection, bool descending, int offset, int limit, CancellationToken ct)
        where TEntity : ResourceEntity
        where TRow : ResourceRow
    {
        var running = await RunningAsync(rows, projection, ct);
        var ordered = descending
            ? running.OrderByDescending(row => row.Cost.PerHour?.Nanos ?? -1).ThenBy(row => row.Id, StringComparer.Ordinal)
            : running.OrderBy(row => row.Cost.PerHour?.Nanos ?? -1).ThenBy(row => row.Id, StringComparer.Ordinal);
        var page = ordered.Skip(offset).Take(limit).ToList();
        if (page.Count < limit)
        {
            page.AddRange(await rows.Where(row => row.BillingSince == null)
                .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
                .Skip(Math.Max(0, offset - running.Count)).Take(limit - page.Count).Select(projection).ToListAsync(ct));
        }
        return page;
    }

    /// <summary>By what it has cost so far.</summary>
    public static async Task<List<TRow>> ToDateAsync<TEntity, TRow>(
        IQueryable<TEntity> rows, Expression<Func<TEntity, TRow>> projection, bool descending, int offset, int limit, DateTimeOffset now, CancellationToken ct)
        where TEntity : ResourceEntity
        where TRow : ResourceRow
    {
        var running = Sorted(await RunningAsync(rows, projection, ct), descending, now);
        var still = rows.Where(row => row.BillingSince == null);
        // Where what runs fills the page alone, the others have to beat the last of it.
        if (running.Count >= offset + limit)
        {
            var last = Total(running[offset + limit - 1].Cost, now);
            still = descending ? still.Where(row => row.CostSettledNanos >= last) : still.Where(row => row.CostSettledNanos <= last);
        }
        // However the running ones fall, no more than their number of the others can have moved down; and none moves up.
        var skipped = Math.Max(0, offset - running.Count);
        var settled = await (descending
                ? still.OrderByDescending(row => row.CostSettledNanos).ThenByDescending(row => row.Id)
                : still.OrderBy(row => row.CostSettledNanos).ThenBy(row => row.Id))
            .Skip(skipped).Take(offset - skipped + limit).Select(projection).ToListAsync(ct);
        var before = skipped == 0 || settled.Count == 0 ? 0 : running.TakeWhile(row => Comes(row, settled[0], descending, now)).Count();
        return [.. Merge(running.Skip(before), settled, descending, now).Skip(offset - skipped - before).Take(limit)];
    }

    private static Task<List<TRow>> RunningAsync<TEntity, TRow>(IQueryable<TEntity> rows, Expression<Func<TEntity, TRow>> projection, CancellationToken ct)
        where TEntity : ResourceEntity =>
        rows.Where(row => row.BillingSince != null).Select(projection).ToListAsync(ct);

    private static List<TRow> Sorted<TRow>(List<TRow> rows, bool descending, DateTimeOffset now) where TRow : ResourceRow
    {
        rows.Sort((first, second) => Compare(first, second, descending, now));
        return rows;
    }

    private static IEnumerable<TRow> Merge<TRow>(IEnumerable<TRow> running, List<TRow> settled, bool descending, DateTimeOffset now) where TRow : ResourceRow
    {
        var next = 0;
        foreach (var row in running)
        {
            while (next < settled.Count && Comes(settled[next], row, descending, now))
                yield return settled[next++];
            yield return row;
        }
        while (next < settled.Count)
            yield return settled[next++];
    }

    private static bool Comes(ResourceRow first, ResourceRow second, bool descending, DateTimeOffset now) => Compare(first, second, descending, now) < 0;

    private static int Compare(ResourceRow first, ResourceRow second, bool descending, DateTimeOffset now)
    {
        var order = Total(first.Cost, now).CompareTo(Total(second.Cost, now));
        if (order == 0)
            order = string.CompareOrdinal(first.Id, second.Id);
        return descending ? -order : order;
    }

    // As the index has it: what is unknown counts as nothing.
    private static long Total(RunningCost cost, DateTimeOffset now) => cost is { RunningSince: { } since, PerHour: { } rate } && now > since
        ? cost.Settled.Nanos + rate.ForDuration(now - since).Nanos
        : cost.Settled.Nanos;
}
