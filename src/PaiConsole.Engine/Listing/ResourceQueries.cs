using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Listing;

/// <summary>What every kind of object's queries share: filter, sort and page in SQL.</summary>
internal sealed class ResourceQueries<TEntity, TRow>(
    ResourceKind kind, Expression<Func<TEntity, TRow>> projection,
    IDbContextFactory<PaiConsoleDb> databases, SyncHealth health, OperationBoard board, Func<TRow, TRow>? dress = null)
    where TEntity : ResourceEntity
    where TRow : ResourceRow
{
    private const int MostRows = 200;
    private const int MostSkipped = 500;
    private readonly Func<TEntity, TRow> _toRow = projection.Compile();

    public TRow ToRow(TEntity row) => Dress(_toRow(row));

    public async Task<ListPage<TRow>> ListAsync(ListRequest request, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = ListFilter.Where(db.Set<TEntity>().AsNoTracking(), request);
        var limit = Math.Clamp(request.Limit, 1, MostRows);
        var offset = Math.Max(0, request.Offset);
        var page = await PageAsync(db, rows, request, offset, limit, now, ct);
        // A page that is not full is the last one, and nothing need be counted; with an anchor its place is a guess.
        var isLast = page.Count < limit && (page.Count > 0 || offset == 0) && request.From is null;
        var total = isLast ? offset + page.Count
            : request.CountTo is { } most ? await rows.Take(most + 1).CountAsync(ct)
            : await rows.CountAsync(ct);
        var isCapped = !isLast && total > request.CountTo;
        return new ListPage<TRow>([.. page.Select(Dress)], isCapped ? request.CountTo!.Value : total, health.Of(kind), isCapped);
    }

    private async Task<List<TRow>> PageAsync(
        PaiConsoleDb db, IQueryable<TEntity> rows, ListRequest request, int offset, int limit, DateTimeOffset now, CancellationToken ct)
    {
        if (ListOrder<TEntity>.Of(request) is not { } order)
        {
            return string.Equals(request.Sort, "costPerHour", StringComparison.OrdinalIgnoreCase)
                ? await CostOrder.PerHourAsync(rows, projection, request.Descending, offset, limit, ct)
                : await CostOrder.ToDateAsync(rows, projection, request.Descending, offset, limit, now, ct);
        }
        var from = request.From;
        if (from is null && offset > MostSkipped)
        {
            // The index alone finds the far place; the rows before it are not read.
            if (await order.Sort(rows, backwards: false).Skip(offset).Select(row => row.Id).FirstOrDefaultAsync(ct) is not { } id)
                return [];
            from = new ListAnchor(await PlaceAsync(db, id, ct), 0);
        }
        if (from is null)
            return await order.Sort(rows, backwards: false).Skip(offset).Take(limit).Select(projection).ToListAsync(ct);

        var before = from.Steps < 0 ? await TakeAsync(order.From(rows, from.At, backwards: true), 0, -from.Steps, ct) : [];
        before.Reverse();
        if (before.Count >= limit)
            return [.. before.Take(limit)];
        return [.. before, .. await TakeAsync(order.From(rows, from.At, backwards: false), Math.Max(0, from.Steps), limit - before.Count, ct)];
    }

    private static Task<ListPlace> PlaceAsync(PaiConsoleDb db, string id, CancellationToken ct) =>
        db.Set<TEntity>().Where(row => row.Id == id)
            .Select(row => new ListPlace(row.Id, row.Name, row.Sku, row.Phase, row.StatusSince, row.OwnerName, row.CreatedAt))
            .SingleAsync(ct);

    private async Task<List<TRow>> TakeAsync(IEnumerable<IQueryable<TEntity>> parts, int skip, int count, CancellationToken ct)
    {
        var taken = new List<TRow>();
        foreach (var part in parts)
        {
            taken.AddRange(await part.Take(skip + count - taken.Count).Select(projection).ToListAsync(ct));
            if (taken.Count == skip + count)
                break;
        }
        taken.RemoveRange(0, Math.Min(skip, taken.Count));
        return taken;
    }

    /// <summary>Totals over everything that matches: running only, since only running time costs.</summary>
    public async Task<ListTotals> TotalsAsync(ListRequest request, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var running = ListFilter.Where(db.Set<TEntity>().AsNoTracking(), request).Where(row => row.BillingSince != null);
        var sums = await running.GroupBy(row => row.Currency)
            .Select(group => new { group.Key, Count = group.Count(), Nanos = group.Sum(row => row.RateNanos), Unpriced = group.Count(row => row.RateNanos == null) })
            .ToListAsync(ct);
        var main = sums.MaxBy(sum => sum.Count);
        return main is null
            ? new ListTotals(0, new Money(0, "CNY"), 0)
            : new ListTotals(
                sums.Sum(sum => sum.Count),
                main.Count == main.Unpriced ? null : new Money(main.Nanos ?? 0, main.Key),
                main.Unpriced + sums.Where(sum => sum != main).Sum(sum => sum.Count));
    }

    /// <summary>
    /// What everything that matches has cost. What is settled is added up in SQL; what runs is little, and is added up to the
    /// nanosecond as each row shows it, so that the sum is the sum of the rows.
    /// </summary>
    public async Task<ListSums> SumsAsync(ListRequest request, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = ListFilter.Where(db.Set<TEntity>().AsNoTracking(), request);
        var settled = await rows.GroupBy(row => row.Currency)
            .Select(group => new { group.Key, Count = group.Count(), Nanos = group.Sum(row => row.CostSettledNanos), Uncertain = group.Count(row => row.CostIsLowerBound) })
            .ToListAsync(ct);
        if (settled.MaxBy(group => group.Count) is not { } main)
            return new ListSums(now, 0, new Money(0, "CNY"), 0);
        var running = await rows.Where(row => row.BillingSince != null && row.Currency == main.Key)
            .Select(row => new { row.RateNanos, row.BillingSince, row.CostIsLowerBound }).ToListAsync(ct);
        var open = running.Where(row => row.RateNanos is not null)
            .Sum(row => new Money(row.RateNanos!.Value, main.Key).ForDuration(now - row.BillingSince!.Value).Nanos);
        return new ListSums(
            now, settled.Sum(group => group.Count), new Money(main.Nanos + open, main.Key),
            main.Uncertain + running.Count(row => row.RateNanos is null && !row.CostIsLowerBound) + settled.Where(group => group != main).Sum(group => group.Count));
    }

    /// <summary>
    /// Every row that matches, once, read page by page; nothing is held. An order that moves with the clock cannot be walked
    /// so: then the newest come first.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<TRow>> AllAsync(ListRequest request, DateTimeOffset now, [EnumeratorCancellation] CancellationToken ct)
    {
        if (ListOrder<TEntity>.Of(request) is null)
            request = request with { Sort = null, Descending = true };
        var page = request with { Offset = 0, Limit = MostRows, From = null, CountTo = 1 };
        while (true)
        {
            var items = (await ListAsync(page, now, ct)).Items;
            if (items.Count > 0)
                yield return items;
            if (items.Count < MostRows)
                yield break;
            page = page with { From = new ListAnchor(ListPlace.Of(items[^1]), 1) };
        }
    }

    /// <summary>The owners there are, for the filter: each is one step in the index, however many rows it has.</summary>
    public async Task<IReadOnlyList<string>> OwnersAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Database.SqlQueryRaw<string>(OwnersSql(db.Model.FindEntityType(typeof(TEntity))!.GetTableName()!)).ToListAsync(ct);
    }

    private static string OwnersSql(string table)
    {
        var next = $"""SELECT MIN("OwnerName") FROM "{table}" WHERE NOT "IsDeleted" AND "OwnerName" > """;
        return $"""
            WITH RECURSIVE owners(name) AS ({next} '' UNION ALL SELECT ({next} owners.name) FROM owners WHERE owners.name IS NOT NULL)
            SELECT name AS "Value" FROM owners WHERE name IS NOT NULL LIMIT 500
            """;
    }

    public async Task<TRow?> RowAsync(string id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.Set<TEntity>().AsNoTracking().Where(entity => entity.Id == id).Select(projection).SingleOrDefaultAsync(ct);
        return row is null ? null : Dress(row);
    }

    public async Task<(TEntity Row, IReadOnlyList<StateSpan> Timeline, IReadOnlyList<OperationRow> Operations)?> DetailAsync(
        string id, Func<TEntity, string> historyId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.Set<TEntity>().AsNoTracking().SingleOrDefaultAsync(entity => entity.Id == id, ct);
        if (row is null)
            return null;
        var history = historyId(row);
        var intervals = await db.Intervals.AsNoTracking()
            .Where(interval => interval.Kind == kind && interval.ResourceId == history)
            .OrderByDescending(interval => interval.Seq).Take(500).ToListAsync(ct);
        intervals.Reverse();
        return (row, [.. intervals.Select(Span)], await OperationQueries.OfTargetAsync(db, kind, id, ct));
    }

    private TRow Dress(TRow row)
    {
        var dressed = row with { Pending = board.PendingFor(kind, row.Id) };
        return dress is null ? dressed : dress(dressed);
    }

    private static StateSpan Span(StateInterval interval) => new(
        interval.StatusWord, interval.Phase, interval.From, interval.To, interval.IsBilled,
        interval.RateNanos is { } nanos ? new Money(nanos, interval.Currency) : null,
        interval.ReasonCode is null && interval.ReasonMessage is null ? null : new Reason(interval.ReasonCode ?? "", interval.ReasonMessage ?? ""),
        interval.IsFromCloud);
}
