using PaiConsole.Bench.Harness;
using PaiConsole.Emulator;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Bench.Engine;

/// <summary>G3: how many calls one settled cycle makes, with little history and with a hundred times as much.</summary>
internal sealed class CallsBench : IBench
{
    private const int PageSize = 100;
    private const int Active = 50;
    private const int Notebooks = 60;
    private const int Services = 20;

    public string Id => "G3";

    public async Task RunAsync(Report report, CancellationToken ct)
    {
        report.Title("G3  calls of one settled cycle");
        // Active jobs by id, one page of what is new, and the two kinds that are listed whole.
        var formula = Pages(Active) + 1 + Pages(Notebooks) + Pages(Services);
        foreach (var history in new[] { 1_000, 100_000 })
            report.Count($"with {history:N0} jobs of history", await CountAsync(history, ct), formula);
    }

    private static int Pages(int items) => (items + PageSize - 1) / PageSize;

    private static async Task<long> CountAsync(int jobs, CancellationToken ct)
    {
        await using var emulator = await EmulatorHost.StartAsync(
            new EmulatorOptions { Url = "http://127.0.0.1:0", Seed = "large", Speed = 0, Jobs = jobs, Services = Services, Notebooks = Notebooks }, cancellationToken: ct);
        await using var stage = await Stage.OpenAsync(ct, emulator.Url);
        var before = 0L;
        // Twice to read everything, also what every so often is read again; the third time is settled.
        for (var cycle = 0; cycle < 3; cycle++)
        {
            before = Calls(emulator);
            foreach (var sync in stage.All<ISync>())
            {
                SyncResult result;
                do
                    result = await sync.RunAsync(ct);
                while (result.Again);
            }
        }
        return Calls(emulator) - before;
    }

    private static long Calls(EmulatorHost emulator) => emulator.World.Requests.List().Count;
}
