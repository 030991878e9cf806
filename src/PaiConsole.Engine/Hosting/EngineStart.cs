using Hangfire;
using Microsoft.Extensions.Hosting;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;

namespace PaiConsole.Engine.Hosting;

/// <summary>Start of the engine, in order: database, what was left over, then the clock.</summary>
internal sealed class EngineStart(
    DatabaseLease lease, DatabaseStart database, DatabaseCheck check, DatabaseSeal seal, OperationResumer resumer, IRecurringJobManager recurring) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        lease.Take();
        check.IsDue = await database.RunAsync(cancellationToken);
        await resumer.ResumeAsync(cancellationToken);
        Schedules.Register(recurring);
    }

    // Stopped after everything that was started after it: the work has ended by now.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        seal.Set();
        return Task.CompletedTask;
    }
}
