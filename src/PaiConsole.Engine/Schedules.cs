using Hangfire;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine;

/// <summary>Everything that happens by the clock.</summary>
internal static class Schedules
{
    private const string EverySecond = "* * * * * *";
    private const string EveryMinute = "0 * * * * *";

    public static void Register(IRecurringJobManager recurring)
    {
        // Looks that are due; how often that is, the loop decides from what is going on.
        recurring.AddOrUpdate<SyncTicker>("sync", ticker => ticker.Tick(), EverySecond);
        // Operations that nobody carries any more, such as after a lost timer.
        recurring.AddOrUpdate<OperationResumer>("operations", resumer => resumer.ResumeAsync(CancellationToken.None), EveryMinute);
    }
}
