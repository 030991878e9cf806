using Microsoft.Data.Sqlite;

namespace PaiConsole.Bench.Engine;

/// <summary>Notices every commit of other connections: SQLite's own count.</summary>
internal sealed class Commits(SqliteConnection connection)
{
    private long _seen = Version(connection);

    /// <summary>Whether anybody has committed since the last question.</summary>
    public bool Any()
    {
        var before = _seen;
        _seen = Version(connection);
        return _seen != before;
    }

    private static long Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }
}
