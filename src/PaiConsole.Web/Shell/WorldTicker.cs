using Microsoft.AspNetCore.Components;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Shell;

/// <summary>
/// Moves the cascading <see cref="Now"/> of one open page every few seconds, while it is connected.
/// The time is the cloud's, not this machine's: see <see cref="IWorldTime"/>.
/// </summary>
public sealed class WorldTicker(IWorldTime world, TimeProvider clock, CircuitPresence presence) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private ITimer? _timer;

    /// <summary>Components that take a cascading <see cref="Now"/> are told by it, and nothing else renders.</summary>
    public CascadingValueSource<Now> Source { get; } = new(new Now(world.UtcNow), isFixed: false);

    /// <summary>Starts ticking; a prerendered page never does.</summary>
    public void Start() => _timer ??= clock.CreateTimer(_ => Tick(), state: null, Period, Period);

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void Tick()
    {
        if (presence.IsConnected)
            _ = Source.NotifyChangedAsync(new Now(world.UtcNow));
    }
}
