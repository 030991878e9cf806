using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace PaiConsole.Engine.Persistence;

/// <summary>
/// One console per database file: two would look and command twice. Held as a lock on a file beside it, which the
/// operating system lets go of when the process ends, however it ends.
/// </summary>
internal sealed class DatabaseLease(IOptions<DatabaseOptions> options) : IDisposable
{
    private FileStream? _lock;

    /// <exception cref="DatabaseRefusedException">Another console uses the database.</exception>
    public void Take()
    {
        var database = new SqliteConnectionStringBuilder();
        if (options.Value.Provider != DatabaseOptions.Sqlite)
            return;
        database.ConnectionString = options.Value.ConnectionString;
        if (database.Mode == SqliteOpenMode.Memory || database.DataSource is "" or ":memory:")
            return;
        var path = Path.GetFullPath(database.DataSource);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _lock = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseRefusedException($"The database {path} is used by another console, or its folder cannot be written ({fault.Message}).", fault);
        }
    }

    public void Dispose() => _lock?.Dispose();
}
