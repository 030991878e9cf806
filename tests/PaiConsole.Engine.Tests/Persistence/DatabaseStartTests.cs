using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Persistence;

public sealed class DatabaseStartTests
{
    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await using (var db = engine.OpenDatabase())
            await db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Future', '99')""", CancellationToken.None);
        var refusal = await RefusedAsync(engine, engine.Database);
        Assert.Contains("newer version", refusal, StringComparison.Ordinal);
        Assert.Contains("29990101000000_Future", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var file = Temporary();
        await File.WriteAllTextAsync(file, new string('x', 10_000), CancellationToken.None);
        Assert.Contains("cannot be used", await RefusedAsync(engine, file), StringComparison.Ordinal);
        EngineUnderTest.Delete(file);
    }

    [Fact]
    public async Task A_damaged_database_is_refused()
    {
        await using var engine = await EngineUnderTest.StartAsync("large", world: world => (world.Jobs, world.Services, world.Notebooks) = (300, 0, 0));
        await engine.LookAtAllAsync();
        await engine.StopAsync();
        var bytes = await File.ReadAllBytesAsync(engine.Database, CancellationToken.None);
        Array.Fill(bytes, (byte)0x5A, 8_192, bytes.Length / 2);
        var file = Temporary();
        await File.WriteAllBytesAsync(file, bytes, CancellationToken.None);
        var refusal = await RefusedAsync(engine, file);
        Assert.Contains("backup", refusal, StringComparison.Ordinal);
        EngineUnderTest.Delete(file);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused_with_one_sentence()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var file = Temporary();
        await File.WriteAllTextAsync(file, "not a folder", CancellationToken.None);
        Assert.Contains("cannot be used", await RefusedAsync(engine, Path.Combine(file, "paiconsole.db")), StringComparison.Ordinal);
        Assert.Contains("cannot be used", await RefusedAsync(engine, engine.Database + ";Mode=ReadOnly;Pooling=False", "missing.db"), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void A_second_console_on_the_same_database_is_refused_until_the_first_has_gone()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new DatabaseOptions { ConnectionString = $"Data Source={Temporary()}" });
        using var first = new DatabaseLease(options);
        first.Take();
        using var second = new DatabaseLease(options);
        Assert.Contains("another console", Assert.Throws<InvalidOperationException>(second.Take).Message, StringComparison.Ordinal);
        first.Dispose();
        second.Take();
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_start_holds_nobody_up()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await using (var db = engine.OpenDatabase())
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """,
                CancellationToken.None);
        await engine.StopAsync();
        await using var again = await EngineUnderTest.StartAsync(emulator: engine.Emulator, database: engine.Database)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await using var after = again.OpenDatabase();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_database_file_is_for_its_owner_only()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(engine.Database));
    }

    private static string Temporary() => Path.Combine(Path.GetTempPath(), $"paiconsole-test-{Guid.NewGuid():N}.db");

    private static async Task<string> RefusedAsync(EngineUnderTest engine, string database, string? instead = null)
    {
        if (instead is not null)
            database = database.Replace(Path.GetFileName(engine.Database), instead, StringComparison.Ordinal);
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await EngineUnderTest.StartAsync(emulator: engine.Emulator, database: database));
        Assert.DoesNotContain('\n', fault.Message);
        return fault.Message;
    }
}
