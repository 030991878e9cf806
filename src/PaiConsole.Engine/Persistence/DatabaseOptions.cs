namespace PaiConsole.Engine.Persistence;

/// <summary>Section <c>Database</c>, with the connection string <c>PaiConsole</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>Sqlite</c> or <c>PostgreSql</c>.</summary>
    public string Provider { get; set; } = Sqlite;
    /// <summary>The provider's connection string.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/paiconsole.db";

    internal const string Sqlite = "Sqlite";
    internal const string PostgreSql = "PostgreSql";
}
