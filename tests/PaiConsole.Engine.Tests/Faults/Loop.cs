using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PaiConsole.Engine.Syncing;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Faults;

/// <summary>The engine's own cadence over a world that moves a second at a time.</summary>
internal sealed class Loop(EngineUnderTest engine)
{
    private readonly FakeTimeProvider _time = new();
    private SyncLoop? _loop;

    public async Task SecondAsync()
    {
        _loop ??= new SyncLoop(engine.Syncs, Options.Create(new SyncOptions()), Options.Create(new PaiOptions()), _time, NullLogger<SyncLoop>.Instance);
        engine.Advance(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        foreach (var key in _loop.Due())
            await _loop.RunAsync(key, CancellationToken.None);
        await engine.WorkAsync(rounds: 1);
    }

    public async Task SecondsAsync(int seconds)
    {
        for (var i = 0; i < seconds; i++)
            await SecondAsync();
    }
}
