using Microsoft.Data.Sqlite;
using PaiConsole.Engine.Persistence;

namespace PaiConsole.Engine.Tests.Persistence;

public sealed class DatabaseSealTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"paiconsole-test-{Guid.NewGuid():N}.db");

    [Fact]
    public void A_file_that_nobody_touched_is_as_the_stop_left_it_once()
    {
        Write("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
        Seal().Set();
        Assert.True(Seal().Break());
        Assert.False(Seal().Break());
    }

    [Fact]
    public void Without_an_orderly_stop_there_is_no_seal()
    {
        Write("CREATE TABLE t (x)");
        Assert.False(Seal().Break());
    }

    [Fact]
    public void A_byte_that_was_flipped_breaks_it()
    {
        Write("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
        var before = File.GetLastWriteTimeUtc(_file);
        Seal().Set();
        using (var stream = File.OpenWrite(_file))
        {
            stream.Position = 4_096 + 500;
            stream.WriteByte(0x5A);
        }
        // However coarse the file system's clock is.
        File.SetLastWriteTimeUtc(_file, before.AddMilliseconds(10));
        Assert.False(Seal().Break());
    }

    [Fact]
    public void A_file_that_is_still_in_use_is_not_sealed()
    {
        Write("PRAGMA journal_mode=WAL; CREATE TABLE t (x)");
        using var user = new SqliteConnection($"Data Source={_file};Pooling=False");
        user.Open();
        using var command = user.CreateCommand();
        command.CommandText = "INSERT INTO t VALUES (1)";
        command.ExecuteNonQuery();
        Seal().Set();
        Assert.False(Seal().Break());
    }

    [Fact]
    public void A_damaged_file_is_never_sealed()
    {
        Write("CREATE TABLE t (x)");
        var seal = Seal();
        seal.Spoil();
        seal.Set();
        Assert.False(Seal().Break());
    }

    public void Dispose()
    {
        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm", _file + ".sealed" })
            File.Delete(file);
    }

    private DatabaseSeal Seal() => new(Microsoft.Extensions.Options.Options.Create(new DatabaseOptions { ConnectionString = $"Data Source={_file}" }));

    private void Write(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
