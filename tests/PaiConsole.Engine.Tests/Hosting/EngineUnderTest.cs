using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaiConsole.Cloud;
using PaiConsole.Domain.Operations;
using PaiConsole.Emulator;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Tests.Hosting;

/// <summary>
/// The whole engine with the real client against an emulator in this process, on a SQLite file of its own. Work that
/// Hangfire would do is done when the test says so, so that no test waits for a clock.
/// </summary>
public sealed class EngineUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsEmulator;

    private EngineUnderTest(EmulatorHost emulator, bool ownsEmulator, string database, ServiceProvider services, ManualQueue queue) =>
        (Emulator, _ownsEmulator, Database, _services, Queue) = (emulator, ownsEmulator, database, services, queue);

    public EmulatorHost Emulator { get; }
    public string Database { get; }
    public ManualQueue Queue { get; }
    public TamperedWire Wire { get; private init; } = new();
    public static Actor Viewer { get; } = new("vic", Role.Viewer);
    public static Actor Admin { get; } = new("ada", Role.Admin);
    public static Actor Operator { get; } = new("ana", Role.Operator);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static async Task<EngineUnderTest> StartAsync(
        string seed = "empty", Action<Dictionary<string, string?>>? settings = null, EmulatorHost? emulator = null, string? database = null,
        Action<IServiceCollection>? services = null, Action<EmulatorOptions>? world = null, Action<PaiCloudOptions>? cloud = null)
    {
        // The world stands still unless the test moves it: every time in it is exact.
        var options = new EmulatorOptions { Url = "http://127.0.0.1:0", Seed = seed, Speed = 0 };
        world?.Invoke(options);
        var host = emulator ?? await EmulatorHost.StartAsync(options);
        var file = database ?? Path.Combine(Path.GetTempPath(), $"paiconsole-test-{Guid.NewGuid():N}.db");
        var values = new Dictionary<string, string?>
        {
            ["Emulator:Url"] = host.Url,
            ["Emulator:OssUrl"] = host.OssUrl,
            ["ConnectionStrings:PaiConsole"] = $"Data Source={file}",
            ["Sync:CreateSettleSeconds"] = "0",
        };
        settings?.Invoke(values);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var queue = new ManualQueue();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        collection.AddOptionsFrom(configuration).AddPersistence().AddCloud(configuration).AddCore().AddNotebooks().AddJobs().AddResumption().AddModelServices().AddStorage().AddAlerts();
        collection.AddSingleton<IWorkQueue>(queue);
        var wire = new TamperedWire();
        collection.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new TamperedWire.Handler(wire)));
        // Faults reach the engine at once instead of after the client's own pauses.
        var patience = collection.Select(service => service.ImplementationInstance).OfType<PaiCloudOptions>().Single();
        patience.MaxRetryDelay = TimeSpan.FromMilliseconds(1);
        cloud?.Invoke(patience);
        services?.Invoke(collection);
        var provider = collection.BuildServiceProvider();
        await provider.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        var engine = new EngineUnderTest(host, emulator is null, file, provider, queue) { Wire = wire };
        await provider.GetRequiredService<OperationResumer>().ResumeAsync(CancellationToken.None);
        return engine;
    }

    internal IEnumerable<ISync> Syncs => _services.GetServices<ISync>();

    internal ISync SyncOf(ResourceKind kind) => _services.GetServices<ISync>().Single(sync => sync.Key == kind.ToString());

    /// <summary>Looks once at one kind.</summary>
    internal Task<SyncResult> LookAsync(ResourceKind kind) => SyncOf(kind).RunAsync(CancellationToken.None);

    /// <summary>Looks at everything until there is nothing more to read.</summary>
    public async Task LookAtAllAsync()
    {
        foreach (var sync in _services.GetServices<ISync>())
        {
            SyncResult result;
            do
                result = await sync.RunAsync(CancellationToken.None);
            while (result.Again);
        }
    }

    /// <summary>Does all the operation work that is waiting, also what was put off.</summary>
    public async Task WorkAsync(int rounds = 10)
    {
        var runner = Get<OperationRunner>();
        for (var round = 0; round < rounds && Queue.TakeOperations() is { Count: > 0 } ids; round++)
        {
            foreach (var id in ids)
                await runner.RunAsync(id, CancellationToken.None);
        }
    }

    /// <summary>Lets time pass in the emulated world.</summary>
    public void Advance(int seconds) => Emulator.World.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>How often an operation of the cloud was called.</summary>
    public int Calls(string action) => Emulator.World.Requests.List(action).Count;

    internal Task<OperationRow?> OperationAsync(CommandOutcome outcome) =>
        Get<OperationQueries>().GetAsync(outcome.Operation!.Id, CancellationToken.None);

    /// <summary>A context on the engine's database, to look behind the queries.</summary>
    internal PaiConsoleDb OpenDatabase() => Get<Microsoft.EntityFrameworkCore.IDbContextFactory<PaiConsoleDb>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_ownsEmulator)
            await Emulator.DisposeAsync();
        Delete(Database);
    }

    /// <summary>Ends the engine and keeps database and emulator, as a restart would.</summary>
    public async Task StopAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public static void Delete(string database)
    {
        foreach (var file in new[] { database, database + "-wal", database + "-shm" })
            File.Delete(file);
    }
}
