using Hangfire;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Hosting;

/// <summary>Hands work to Hangfire, which is the clock and nothing more: all truth is in the tables.</summary>
internal sealed class HangfireWorkQueue(IBackgroundJobClient hangfire, SyncLoop loop) : IWorkQueue
{
    public void Operation(string id, TimeSpan? after = null)
    {
        if (after is { } pause)
            hangfire.Schedule<OperationRunner>(runner => runner.RunAsync(id, CancellationToken.None), pause);
        else
            hangfire.Enqueue<OperationRunner>(runner => runner.RunAsync(id, CancellationToken.None));
    }

    public void Sync(string key)
    {
        loop.Wake(key);
        hangfire.Enqueue<SyncLoop>(sync => sync.RunAsync(key, CancellationToken.None));
    }
}
