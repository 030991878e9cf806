using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Syncing;

/// <summary>What one look makes of the rows: collected first, written in one transaction, told afterwards.</summary>
internal sealed class SyncPlan<TEntity> where TEntity : ResourceEntity
{
    private readonly Dictionary<string, KnownObject<TEntity>> _rows = new(StringComparer.Ordinal);

    /// <summary>The rows to write, by id.</summary>
    public IReadOnlyDictionary<string, KnownObject<TEntity>> Rows => _rows;

    /// <summary>Finished objects that were read again, for operations that wait for them.</summary>
    public Dictionary<string, TEntity> Unchanged { get; } = new(StringComparer.Ordinal);

    /// <summary>The intervals to write.</summary>
    public List<StateInterval> Intervals { get; } = [];

    public bool IsEmpty => _rows.Count == 0 && Intervals.Count == 0;

    public void Add(KnownObject<TEntity> next) => _rows[next.Row.Id] = next;

    /// <summary>Writes it inside the context's transaction.</summary>
    public async Task WriteAsync(PaiConsoleDb db, CancellationToken ct)
    {
        await WriteAsync(db, _rows.Values.Select(known => known.Row), _rows.Count, ct);
        await WriteAsync(db, Intervals, Intervals.Count, ct);
    }

    private static async Task WriteAsync<T>(PaiConsoleDb db, IEnumerable<T> rows, int count, CancellationToken ct) where T : class
    {
        if (count == 0)
            return;
        await using var writer = await RowWriter<T>.CreateAsync(db, ct);
        foreach (var row in rows)
            await writer.WriteAsync(row, ct);
    }
}
