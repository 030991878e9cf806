using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Syncing;

/// <summary>Stores how far a sync has come, inside the transaction that wrote what it read.</summary>
internal static class SyncStates
{
    public static async Task WriteAsync(PaiConsoleDb db, string key, string? cursor, DateTimeOffset? goodAt, CancellationToken ct)
    {
        var state = await db.SyncStates.SingleOrDefaultAsync(row => row.Key == key, ct);
        if (state is null)
            db.SyncStates.Add(state = new SyncStateEntity { Key = key });
        state.Cursor = cursor ?? state.Cursor;
        state.LastGoodAt = goodAt ?? state.LastGoodAt;
        await db.SaveChangesAsync(ct);
    }
}
