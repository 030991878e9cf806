using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaiConsole.Engine.Persistence;

/// <summary>
/// Looks through the database file for damage: at start, or a while after it when the seal of the last stop was unbroken.
/// The late look finds what no seal can show, such as a failing disk, and ends the console.
/// </summary>
internal sealed partial class DatabaseCheck(
    IDbContextFactory<PaiConsoleDb> databases, DatabaseSeal seal, IHostApplicationLifetime host, TimeProvider time, ILogger<DatabaseCheck> log) : BackgroundService
{
    /// <summary>How long after start: those who waited for the console shall have their first pages undisturbed.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>What is wrong with the file, or null.</summary>
    public static async Task<string?> FindDamageAsync(PaiConsoleDb db, CancellationToken ct) =>
        await db.Database.SqlQueryRaw<string>("PRAGMA quick_check(1)").ToListAsync(ct) is var found && found is ["ok"] ? null : found.FirstOrDefault() ?? "no answer";

    /// <summary>Set by the start when it left the look for later.</summary>
    public bool IsDue { get; set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsDue)
            return;
        await Task.Delay(Late, time, stoppingToken);
        if (await LookAsync(stoppingToken) is not { } damage)
            return;
        seal.Spoil();
        LogDamage(damage);
        host.StopApplication();
    }

    private async Task<string?> LookAsync(CancellationToken ct)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            return await FindDamageAsync(db, ct);
        }
        catch (DbException fault)
        {
            return fault.Message; // too damaged to be looked through
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database is damaged ({Damage}), the console stops. Restore a backup; docs/operations.md says how.")]
    private partial void LogDamage(string damage);
}
