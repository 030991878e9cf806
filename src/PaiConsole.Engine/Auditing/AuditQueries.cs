using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence;

namespace PaiConsole.Engine.Auditing;

/// <summary>One line of the audit record.</summary>
public sealed record AuditRow(long Seq, DateTimeOffset At, string Actor, string Role, string Action, string Target, string Outcome, string Detail);

/// <summary>Reads the audit record.</summary>
public sealed class AuditQueries
{
    private readonly IDbContextFactory<PaiConsoleDb> _databases;

    internal AuditQueries(IDbContextFactory<PaiConsoleDb> databases) => _databases = databases;

    /// <summary>The newest lines before a number, newest first.</summary>
    /// <param name="before">Only lines with a lower number; null starts at the end.</param>
    /// <param name="limit">At most 200.</param>
    /// <param name="ct">Cancels the read.</param>
    public async Task<IReadOnlyList<AuditRow>> ListAsync(long? before, int limit, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.Audit.AsNoTracking()
            .Where(row => before == null || row.Seq < before)
            .OrderByDescending(row => row.Seq)
            .Take(Math.Clamp(limit, 1, 200))
            .Select(row => new AuditRow(row.Seq, row.At, row.Actor, row.Role, row.Action, row.Target, row.Outcome, row.Detail))
            .ToListAsync(ct);
    }

    /// <summary>The number of the first line that does not fit its hash or is gone, or null when the record is whole.</summary>
    public async Task<long?> FirstBrokenAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await AuditLog.FirstBrokenAsync(db, ct);
    }

    /// <summary>False when the newest lines are gone. A look at the end only; <see cref="FirstBrokenAsync"/> reads it all.</summary>
    public async Task<bool> EndsWhereItEndedAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await AuditLog.EndsWhereItEndedAsync(db, ct);
    }
}
