using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Syncing;

/// <summary>An object as last written, and its open interval.</summary>
internal sealed record KnownObject<TEntity>(TEntity Row, StateInterval? Open) where TEntity : ResourceEntity;

/// <summary>Reads rows together with their open intervals.</summary>
internal static class KnownObjects<TEntity> where TEntity : ResourceEntity
{
    /// <summary>As many ids as one statement takes on either database.</summary>
    private const int Chunk = 500;

    /// <summary>The rows with these ids, where there are such.</summary>
    public static async Task<Dictionary<string, KnownObject<TEntity>>> ReadAsync(
        PaiConsoleDb db, ResourceKind kind, IReadOnlyList<string> ids, Func<TEntity, string> historyId, CancellationToken ct)
    {
        var found = new Dictionary<string, KnownObject<TEntity>>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(Chunk))
        {
            foreach (var (id, known) in await ReadAsync(db, kind, db.Set<TEntity>().Where(row => chunk.Contains(row.Id)), historyId, ct))
                found[id] = known;
        }
        return found;
    }

    /// <summary>All rows of a query.</summary>
    public static async Task<Dictionary<string, KnownObject<TEntity>>> ReadAsync(
        PaiConsoleDb db, ResourceKind kind, IQueryable<TEntity> query, Func<TEntity, string> historyId, CancellationToken ct)
    {
        var rows = await query.AsNoTracking().ToListAsync(ct);
        var open = new Dictionary<string, StateInterval>(StringComparer.Ordinal);
        foreach (var chunk in rows.Select(historyId).Chunk(Chunk))
        {
            await foreach (var interval in db.Intervals.AsNoTracking()
                .Where(interval => interval.Kind == kind && chunk.Contains(interval.ResourceId) && interval.To == null)
                .AsAsyncEnumerable().WithCancellation(ct))
            {
                open[interval.ResourceId] = interval;
            }
        }
        return rows.ToDictionary(row => row.Id, row => new KnownObject<TEntity>(row, open.GetValueOrDefault(historyId(row))), StringComparer.Ordinal);
    }
}
