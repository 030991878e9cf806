using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace PaiConsole.Engine.Persistence;

/// <summary>Brings the database up to date before anything else begins, or stops the program with a sentence that says why.</summary>
internal sealed class DatabaseStart(IDbContextFactory<PaiConsoleDb> databases, IOptions<DatabaseOptions> options)
{
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (options.Value.Provider == DatabaseOptions.Sqlite)
                await PrepareSqliteAsync(db, ct);
            await RefuseNewerAsync(db, ct);
            await db.Database.MigrateAsync(ct);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"The database cannot be used ({fault.Message}). Check that it is there, writable and whole; docs/operations.md says how to restore a backup.",
                fault);
        }
    }

    private static async Task PrepareSqliteAsync(PaiConsoleDb db, CancellationToken ct)
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
        var check = await db.Database.SqlQueryRaw<string>("PRAGMA quick_check(1)").ToListAsync(ct);
        if (check is not ["ok"])
            throw new InvalidOperationException($"The database is damaged ({check.FirstOrDefault()}). Restore a backup; docs/operations.md says how.");
    }

    private static async Task RefuseNewerAsync(PaiConsoleDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var strange = (await db.Database.GetAppliedMigrationsAsync(ct)).Where(name => !known.Contains(name)).ToList();
        if (strange.Count > 0)
            throw new InvalidOperationException($"The database was written by a newer version of the console ({strange[^1]}).");
    }
}
