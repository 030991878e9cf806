using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Alerts;

/// <summary>Which alerts.</summary>
public enum AlertShelf
{
    /// <summary>Open, not put off.</summary>
    Open,
    /// <summary>Open and put off.</summary>
    Snoozed,
    /// <summary>Closed.</summary>
    Resolved,
}

/// <summary>Reads alerts.</summary>
public sealed class AlertQueries
{
    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly CloudNow _cloud;

    internal AlertQueries(IDbContextFactory<PaiConsoleDb> databases, CloudNow cloud) => (_databases, _cloud) = (databases, cloud);

    /// <summary>One page of a shelf: what is open by how much it matters, then by its money, then the newest; what is closed, the last closed first.</summary>
    public async Task<ListPage<AlertRow>> ListAsync(AlertShelf shelf, int offset, int limit, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var now = _cloud.UtcNow;
        var rows = On(db.Alerts.AsNoTracking(), shelf, now);
        var (first, count) = (Math.Max(0, offset), Math.Clamp(limit, 1, 200));
        if (shelf == AlertShelf.Resolved)
        {
            var total = await rows.CountAsync(ct);
            var page = await rows.OrderByDescending(row => row.ResolvedAt).ThenByDescending(row => row.Id).Skip(first).Take(count).ToListAsync(ct);
            return new ListPage<AlertRow>([.. page.Select(AlertRow.From)], total, new Freshness(null, false, null, 0));
        }
        // What is open is little, and its money moves with the clock; counted as it is read, so that list and count agree.
        var open = (await rows.ToListAsync(ct)).ConvertAll(AlertRow.From);
        return new ListPage<AlertRow>([.. Sorted(open, now).Skip(first).Take(count)], open.Count, new Freshness(null, false, null, 0));
    }

    /// <summary>How many are on each shelf; the resolved of the last 30 days only.</summary>
    public async Task<IReadOnlyDictionary<AlertShelf, int>> CountsAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var now = _cloud.UtcNow;
        var month = now - TimeSpan.FromDays(30);
        return new Dictionary<AlertShelf, int>
        {
            [AlertShelf.Open] = await On(db.Alerts, AlertShelf.Open, now).CountAsync(ct),
            [AlertShelf.Snoozed] = await On(db.Alerts, AlertShelf.Snoozed, now).CountAsync(ct),
            [AlertShelf.Resolved] = await db.Alerts.CountAsync(row => row.ResolvedAt > month, ct),
        };
    }

    /// <summary>How many call for somebody: open, not put off, and nobody has taken note.</summary>
    public async Task<int> CallingAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await On(db.Alerts, AlertShelf.Open, _cloud.UtcNow).CountAsync(row => row.AcknowledgedAt == null, ct);
    }

    /// <summary>The alerts that are open for one object.</summary>
    public async Task<IReadOnlyList<AlertRow>> OfAsync(ResourceKind kind, string id, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return [.. (await db.Alerts.AsNoTracking().Where(row => row.Kind == kind && row.ResourceId == id && row.ResolvedAt == null).ToListAsync(ct)).Select(AlertRow.From)];
    }

    /// <summary>One alert, or null.</summary>
    public async Task<AlertRow?> GetAsync(string id, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.Alerts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row ? AlertRow.From(row) : null;
    }

    private static IEnumerable<AlertRow> Sorted(IEnumerable<AlertRow> rows, DateTimeOffset now) => rows
        .OrderByDescending(row => row.Severity).ThenByDescending(row => row.Wasted(now)?.Nanos ?? 0)
        .ThenByDescending(row => row.PerHour?.Nanos ?? 0).ThenByDescending(row => row.Id, StringComparer.Ordinal);

    private static IQueryable<AlertEntity> On(IQueryable<AlertEntity> rows, AlertShelf shelf, DateTimeOffset now) => shelf switch
    {
        AlertShelf.Open => rows.Where(row => row.ResolvedAt == null && (row.SnoozedUntil == null || row.SnoozedUntil <= now)),
        AlertShelf.Snoozed => rows.Where(row => row.ResolvedAt == null && row.SnoozedUntil > now),
        _ => rows.Where(row => row.ResolvedAt != null),
    };
}
