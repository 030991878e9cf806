using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Access;

/// <summary>Sessions that were signed out, kept over a restart for as long as a copy of their cookie could be shown.</summary>
public sealed class EndedSessions
{
    private const string Prefix = "ended-session/";
    private readonly IDbContextFactory<PaiConsoleDb> _databases;

    internal EndedSessions(IDbContextFactory<PaiConsoleDb> databases) => _databases = databases;

    /// <summary>Notes that a session has ended, and forgets those that ended before <paramref name="forget"/>.</summary>
    public async Task EndAsync(string session, DateTimeOffset now, DateTimeOffset forget, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        await db.References.Where(row => row.Key.StartsWith(Prefix) && row.AsOf < forget).ExecuteDeleteAsync(ct);
        if (await db.References.AnyAsync(row => row.Key == Prefix + session, ct))
            return;
        db.References.Add(new ReferenceEntity { Key = Prefix + session, AsOf = now });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>It was signed out.</summary>
    public async Task<bool> IsEndedAsync(string session, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.References.AnyAsync(row => row.Key == Prefix + session, ct);
    }
}
