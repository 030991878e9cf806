using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace PaiConsole.Engine.Persistence;

/// <summary>Brings the database up to date before anything else begins, or stops the program with a sentence that says why.</summary>
internal sealed class DatabaseStart(IDbContextFactory<PaiConsoleDb> databases, IOptions<DatabaseOptions> options, DatabaseSeal seal)
{
    /// <summary>True when the file has not been looked through for damage, because an orderly stop sealed it.</summary>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        try
        {
            var isSealed = seal.Break();
            await using var db = await databases.CreateDbContextAsync(ct);
            if (options.Value.Provider == DatabaseOptions.Sqlite)
                await PrepareSqliteAsync(db, isSealed, ct);
            await RefuseNewerAsync(db, ct);
            await db.Database.MigrateAsync(ct);
            return isSealed;
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseRefusedException(
                $"The database cannot be used ({fault.Message}). Check that it is there, writable and whole; docs/operations.md says how to restore a backup.",
                fault);
        }
    }

    private static async Task PrepareSqliteAsync(PaiConsoleDb db, bool isSealed, CancellationToken ct)
    {
        var path = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder && path != ":memory:")
            Directory.CreateDirectory(folder);
        var isNew = !File.Exists(path);
        // WAL: readers go on while the sync writes. The mode is kept in the file.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        if (isNew && !OperatingSystem.IsWindows() && File.Exists(path))
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        // EF's migration lock is a row, and stays when a migration is killed: the next start would wait for it for ever. One
        // console per file is what DatabaseLease sees to. The migration itself was a transaction, and is made again.
        await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, ct);
        if (!isSealed && await DatabaseCheck.FindDamageAsync(db, ct) is { } damage)
            throw new DatabaseRefusedException($"The database is damaged ({damage}). Restore a backup; docs/operations.md says how.");
    }

    private static async Task RefuseNewerAsync(PaiConsoleDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var strange = (await db.Database.GetAppliedMigrationsAsync(ct)).Where(name => !known.Contains(name)).ToList();
        if (strange.Count > 0)
            throw new DatabaseRefusedException($"The database was written by a newer version of the console ({strange[^1]}).");
    }
}
