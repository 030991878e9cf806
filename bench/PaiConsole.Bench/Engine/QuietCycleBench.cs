using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Bench.Harness;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Emulator;
using PaiConsole.Engine;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Bench.Engine;

/// <summary>G1: a look at 10,000 objects of which none has changed, against fetching and parsing the same 100 pages.</summary>
internal sealed class QuietCycleBench : IBench
{
    private const int Items = 10_000;
    private const int Rounds = 11;

    public string Id => "G1";

    public async Task RunAsync(Report report, CancellationToken ct)
    {
        report.Title("G1  a look at 10,000 notebooks, nothing changed");
        await using var replay = new Replay();
        await RecordAsync(replay, ct);
        await replay.StartAsync(ct);

        await using var stage = await Stage.OpenAsync(ct, replay.Url);
        var sync = stage.All<ISync>().Single(sync => sync.Key == nameof(ResourceKind.Notebook));
        if (await sync.RunAsync(ct) is not { Ok: true, Changed: Items })
            throw new InvalidOperationException("The first look did not take in everything.");

        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler) { BaseAddress = new Uri(replay.Url) };
        var paths = replay.Paths;
        await using var raw = await stage.RawAsync(ct);
        var commits = new Commits(raw);
        using var subscription = stage.Get<ChangeFeed>().Subscribe<NotebookRow>();
        var contest = await Contest.RunAsync(
            Rounds, 1, ct,
            async stop =>
            {
                foreach (var path in paths)
                {
                    var page = System.Text.Json.JsonSerializer.Deserialize(await client.GetByteArrayAsync(path, stop), DswJson.Default.ListInstancesAnswer);
                    if (page?.Instances is not { Count: > 0 })
                        throw new InvalidOperationException("The floor read an empty page.");
                }
            },
            async stop =>
            {
                if (await sync.RunAsync(stop) is not { Ok: true, Changed: 0 })
                    throw new InvalidOperationException("The look was not quiet.");
            });
        report.Ratio("fetch, parse and compare, to fetch and parse", contest[0], contest[1], 1.5);
        report.Count("write transactions", commits.Any() ? 1 : 0, 0);
        await using var reader = subscription.ReadAllAsync(ct).GetAsyncEnumerator(ct);
        var news = reader.MoveNextAsync();
        report.Count("batches for open pages", news.IsCompleted ? 1 : 0, 0);
        subscription.Dispose();
        await news;
    }

    private static async Task RecordAsync(Replay replay, CancellationToken ct)
    {
        await using var emulator = await EmulatorHost.StartAsync(
            new EmulatorOptions { Url = "http://127.0.0.1:0", Seed = "large", Speed = 0, Jobs = 0, Services = 0, Notebooks = Items }, cancellationToken: ct);
        await using var stage = await Stage.OpenAsync(
            ct, emulator.Url, services => services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(replay.Recorder)));
        if (await stage.All<ISync>().Single(sync => sync.Key == nameof(ResourceKind.Notebook)).RunAsync(ct) is not { Ok: true, Changed: Items })
            throw new InvalidOperationException("The recording is not whole.");
    }
}
