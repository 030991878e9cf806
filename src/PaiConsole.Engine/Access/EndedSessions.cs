using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Access;

/// <summary>
/// Sessions that were signed out, kept over a restart for as long as a copy of their cookie could be shown. They are asked for
/// with every request: read once, then held in memory, for one program alone writes a database.
/// </summary>
public sealed class EndedSessions
{
    private const string Prefix = "ended-session/";
    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile ConcurrentDictionary<string, DateTimeOffset>? _ended;

    internal EndedSessions(IDbContextFactory<PaiConsoleDb> databases) => _databases = databases;

    /// <summary>Notes that a session has ended, and forgets those that ended before <paramref name="forget"/>.</summary>
    public async Task EndAsync(string session, DateTimeOffset now, DateTimeOffset forget, CancellationToken ct)
    {
        var ended = await ReadAsync(ct);
        ended[session] = now; // first: what cannot be written is at least good for nothing until the next start
        await using var db = await _databases.CreateDbContextAsync(ct);
        await db.References.Where(row => row.Key.StartsWith(Prefix) && row.AsOf < forget).ExecuteDeleteAsync(ct);
        if (!await db.References.AnyAsync(row => row.Key == Prefix + session, ct))
        {
            db.References.Add(new ReferenceEntity { Key = Prefix + session, AsOf = now });
            await db.SaveChangesAsync(ct);
        }
        foreach (var (old, at) in ended)
        {
            if (at < forget)
                ended.TryRemove(old, out _);
        }
    }

    /// <summary>It was signed out.</summary>
    public async ValueTask<bool> IsEndedAsync(string session, CancellationToken ct) => (_ended ?? await ReadAsync(ct)).ContainsKey(session);

    private async Task<ConcurrentDictionary<string, DateTimeOffset>> ReadAsync(CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            if (_ended is not null)
                return _ended;
            await using var db = await _databases.CreateDbContextAsync(ct);
            var rows = await db.References.AsNoTracking().Where(row => row.Key.StartsWith(Prefix)).Select(row => new { row.Key, row.AsOf }).ToListAsync(ct);
            return _ended = new ConcurrentDictionary<string, DateTimeOffset>(
                rows.Select(row => KeyValuePair.Create(row.Key[Prefix.Length..], row.AsOf)), StringComparer.Ordinal);
        }
        finally
        {
            _reading.Release();
        }
    }
}
