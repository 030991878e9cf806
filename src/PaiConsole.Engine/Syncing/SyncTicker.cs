using Hangfire;

namespace PaiConsole.Engine.Syncing;

/// <summary>Starts the syncs that are due, each as work of its own: one that hangs does not hold up the others.</summary>
internal sealed class SyncTicker(SyncLoop loop, IBackgroundJobClient hangfire)
{
    public void Tick()
    {
        foreach (var key in loop.Due())
            hangfire.Enqueue<SyncLoop>(sync => sync.RunAsync(key, CancellationToken.None));
    }
}
