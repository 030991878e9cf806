using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Overview;

namespace PaiConsole.Web.Shell;

/// <summary>The two figures of the top bar, read once for all open pages.</summary>
/// <param name="overview">Reads what everything costs.</param>
/// <param name="alerts">Counts what calls for somebody.</param>
/// <param name="clock">Ages them.</param>
public sealed class Gauges(OverviewQueries overview, AlertQueries alerts, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (long At, Reading Value)? _last;

    /// <summary>What the top bar shows.</summary>
    /// <param name="Burn">What everything costs per hour.</param>
    /// <param name="Alerts">How many alerts call for somebody.</param>
    public sealed record Reading(BurnRate Burn, int Alerts);

    /// <summary>The present reading, at most two seconds old.</summary>
    public async ValueTask<Reading> ReadAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_last is not { } last || clock.GetElapsedTime(last.At) > GoodFor)
            {
                var reading = new Reading(
                    await overview.BurnRateAsync(cancellation), await alerts.CallingAsync(cancellation));
                _last = last = (clock.GetTimestamp(), reading);
            }
            return last.Value;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
