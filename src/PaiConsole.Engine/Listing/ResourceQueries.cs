using System.Linq.Expressions;
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
    IDbContextFactory<PaiConsoleDb> databases, SyncHealth health, OperationBoard board)
    where TEntity : ResourceEntity
    where TRow : ResourceRow
{
    private readonly Func<TEntity, TRow> _toRow = projection.Compile();

    public TRow ToRow(TEntity row) => Dress(_toRow(row));

    public async Task<ListPage<TRow>> ListAsync(ListRequest request, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = Filter(db.Set<TEntity>().AsNoTracking(), request);
        var total = await rows.CountAsync(ct);
        var page = await Sort(rows, request, now).Skip(Math.Max(0, request.Offset)).Take(Math.Clamp(request.Limit, 1, 200))
            .Select(projection).ToListAsync(ct);
        return new ListPage<TRow>([.. page.Select(Dress)], total, health.Of(kind));
    }

    /// <summary>Totals over everything that matches: running only, since only running time costs.</summary>
    public async Task<ListTotals> TotalsAsync(ListRequest request, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var running = Filter(db.Set<TEntity>().AsNoTracking(), request).Where(row => row.BillingSince != null);
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

    /// <summary>The owners there are, for the filter.</summary>
    public async Task<IReadOnlyList<string>> OwnersAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<TEntity>().AsNoTracking().Where(row => !row.IsDeleted && row.OwnerName != "")
            .Select(row => row.OwnerName).Distinct().OrderBy(name => name).Take(500).ToListAsync(ct);
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

    private TRow Dress(TRow row) => row with { Pending = board.PendingFor(kind, row.Id) };

    private static StateSpan Span(StateInterval interval) => new(
        interval.StatusWord, interval.Phase, interval.From, interval.To, interval.IsBilled,
        interval.RateNanos is { } nanos ? new Money(nanos, interval.Currency) : null,
        interval.ReasonCode is null && interval.ReasonMessage is null ? null : new Reason(interval.ReasonCode ?? "", interval.ReasonMessage ?? ""),
        interval.IsFromCloud);

    internal static IQueryable<TEntity> Filter(IQueryable<TEntity> rows, ListRequest request)
    {
        rows = rows.Where(row => !row.IsDeleted);
        if (!string.IsNullOrWhiteSpace(request.Query))
        {
            var text = LikePattern.Containing(request.Query);
            rows = rows.Where(row => EF.Functions.Like(row.SearchText, text, LikePattern.Escape));
        }
        if (request.Status.Count > 0)
        {
            var phases = request.Status.Select(word => Enum.TryParse<Phase>(word, true, out var phase) && !char.IsAsciiDigit(word[0]) ? phase : (Phase?)null)
                .OfType<Phase>().ToArray();
            var words = request.Status.ToArray();
            rows = phases.Length == words.Length
                ? rows.Where(row => phases.Contains(row.Phase))
                : rows.Where(row => words.Contains(row.StatusWord) || phases.Contains(row.Phase));
        }
        if (request.Owner.Count > 0)
        {
            var owners = request.Owner.ToArray();
            rows = rows.Where(row => owners.Contains(row.OwnerName));
        }
        if (request.Workspace is { Length: > 0 } workspace)
            rows = rows.Where(row => row.WorkspaceId == workspace);
        return rows;
    }

    internal static IQueryable<TEntity> Sort(IQueryable<TEntity> rows, ListRequest request, DateTimeOffset now)
    {
        var descending = request.Descending;
        return request.Sort?.ToLowerInvariant() switch
        {
            "name" => Order(rows, row => row.Name, descending),
            "status" => Grouped(rows, row => row.Phase, descending),
            "owner" => Grouped(rows, row => row.OwnerName, descending),
            "sku" => Order(rows, row => row.Sku, descending),
            "age" => Order(rows, row => row.StatusSince, descending),
            "costperhour" => Order(rows, row => row.BillingSince == null ? 0 : row.RateNanos, descending),
            "costtodate" => Order(rows, RunningTotal(now), descending),
            _ => Order(rows, row => row.CreatedAt, descending),
        };
    }

    // The open interval's share in whole seconds is exact enough to order by; what is shown is computed exactly.
    // Instants are stored as milliseconds, so their difference is taken on the stored numbers.
    private static Expression<Func<TEntity, long?>> RunningTotal(DateTimeOffset now) =>
        row => row.BillingSince == null
            ? row.CostSettledNanos
            : row.CostSettledNanos + (row.RateNanos ?? 0) / 3_600 * ((now.ToUnixTimeMilliseconds() - (long)(object)row.BillingSince.Value) / 1_000);

    private static IOrderedQueryable<TEntity> Order<TKey>(IQueryable<TEntity> rows, Expression<Func<TEntity, TKey>> key, bool descending) =>
        descending ? rows.OrderByDescending(key).ThenByDescending(row => row.Id) : rows.OrderBy(key).ThenBy(row => row.Id);

    // Inside a group the newest come first, whichever way the groups go.
    private static IOrderedQueryable<TEntity> Grouped<TKey>(IQueryable<TEntity> rows, Expression<Func<TEntity, TKey>> key, bool descending) =>
        (descending ? rows.OrderByDescending(key) : rows.OrderBy(key)).ThenByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
}
