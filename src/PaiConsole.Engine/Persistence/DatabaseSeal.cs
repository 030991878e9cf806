using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace PaiConsole.Engine.Persistence;

/// <summary>
/// Says that the database file is just as an orderly stop left it. Looking through the whole file takes as long as it is
/// large; with the seal unbroken that can wait until the console is up. A crash leaves no seal, and whoever writes to the
/// file, puts a backup in its place or shortens it changes what the seal says.
/// </summary>
internal sealed class DatabaseSeal(IOptions<DatabaseOptions> options)
{
    private bool _isSpoilt;

    /// <summary>Takes the seal off before the file is opened; true when it was there and fits.</summary>
    public bool Break()
    {
        if (Database() is not { } file || !File.Exists(Seal(file)))
            return false;
        var said = File.ReadAllText(Seal(file));
        File.Delete(Seal(file));
        return !File.Exists(file + "-wal") && string.Equals(said, Describe(file), StringComparison.Ordinal);
    }

    /// <summary>Seals the file once nobody uses it any more; a log that is still beside it means that somebody does.</summary>
    public void Set()
    {
        if (_isSpoilt || Database() is not { } file)
            return;
        using (var connection = new SqliteConnection(options.Value.ConnectionString))
            SqliteConnection.ClearPool(connection);
        if (File.Exists(file + "-wal"))
            return;
        try
        {
            File.WriteAllText(Seal(file), Describe(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Without a seal the next start takes longer, and that is all.
        }
    }

    /// <summary>The file is damaged: never to be sealed, so that the next start looks through it and refuses.</summary>
    public void Spoil() => _isSpoilt = true;

    private string? Database()
    {
        if (options.Value.Provider != DatabaseOptions.Sqlite)
            return null;
        var connection = new SqliteConnectionStringBuilder(options.Value.ConnectionString);
        return connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:" || !File.Exists(connection.DataSource)
            ? null
            : Path.GetFullPath(connection.DataSource);
    }

    private static string Seal(string file) => file + ".sealed";

    private static string Describe(string file)
    {
        var info = new FileInfo(file);
        return string.Create(CultureInfo.InvariantCulture, $"{info.Length} {info.LastWriteTimeUtc.Ticks}");
    }
}
