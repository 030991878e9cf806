using Microsoft.Data.Sqlite;
using PaiConsole.Bench.Engine;
using PaiConsole.Emulator;

namespace PaiConsole.Bench.Web;

/// <summary>What a console needs around it: a database with a past, and a cloud with nothing new in it.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private readonly EmulatorHost _emulator;

    private Ground(string database, EmulatorHost emulator) => (Database, _emulator) = (database, emulator);

    /// <summary>Path of the SQLite file.</summary>
    public string Database { get; }

    /// <summary>Where the emulator listens.</summary>
    public string Cloud => _emulator.Url;

    /// <summary>The emulated world.</summary>
    public EmulatorHost Emulator => _emulator;

    /// <summary>Sows a past of this many jobs.</summary>
    public static async Task<Ground> OpenAsync(int jobs, CancellationToken ct)
    {
        await using var stage = await Stage.OpenAsync(ct);
        await History.SowAsync(stage, jobs, ct);
        SqliteConnection.ClearAllPools(); // the file is whole then, without a log beside it
        return await OverAsync(stage.File, ct);
    }

    /// <summary>The same past, in a file of its own. No console may be running over this one.</summary>
    public Task<Ground> CopyAsync(CancellationToken ct) => OverAsync(Database, ct);

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(Database) + "*"))
            File.Delete(file);
    }

    private static async Task<Ground> OverAsync(string database, CancellationToken ct)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"paiconsole-bench-web-{Guid.NewGuid():N}.db");
        File.Copy(database, copy);
        return new Ground(copy, await EmulatorHost.StartAsync(new EmulatorOptions { Url = "http://127.0.0.1:0", Seed = "empty" }, cancellationToken: ct));
    }
}
