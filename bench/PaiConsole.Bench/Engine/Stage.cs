using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Engine;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;

namespace PaiConsole.Bench.Engine;

/// <summary>The engine without its clockwork, on a SQLite file of its own that is gone afterwards.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Stage(string file, ServiceProvider services) => (File, _services) = (file, services);

    /// <summary>The database's file.</summary>
    public string File { get; }

    public static async Task<Stage> OpenAsync(CancellationToken ct, string? emulator = null, Action<IServiceCollection>? services = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"paiconsole-bench-{Guid.NewGuid():N}.db");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Emulator:Url"] = emulator ?? "http://127.0.0.1:9",
            ["ConnectionStrings:PaiConsole"] = $"Data Source={file}",
        }).Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddOptionsFrom(configuration).AddPersistence().AddCloud(configuration).AddCore().AddNotebooks().AddJobs().AddModelServices();
        collection.AddSingleton<IWorkQueue, NoWork>();
        services?.Invoke(collection);
        var provider = collection.BuildServiceProvider();
        await provider.GetRequiredService<DatabaseStart>().RunAsync(ct);
        return new Stage(file, provider);
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public IEnumerable<T> All<T>() where T : notnull => _services.GetServices<T>();

    public Task<PaiConsoleDb> DatabaseAsync(CancellationToken ct) => Get<IDbContextFactory<PaiConsoleDb>>().CreateDbContextAsync(ct);

    /// <summary>A connection as somebody would open it who knows nothing of EF.</summary>
    public async Task<SqliteConnection> RawAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync(ct);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { File, File + "-wal", File + "-shm" })
            System.IO.File.Delete(file);
    }

    private sealed class NoWork : IWorkQueue
    {
        public void Operation(string id, TimeSpan? after = null) { }

        public void Sync(string key) { }
    }
}
