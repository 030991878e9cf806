using Hangfire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaiConsole.Engine.Auditing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;

namespace PaiConsole.Engine.Hosting;

/// <summary>Start of the engine, in order: database, what was left over, then the clock.</summary>
internal sealed partial class EngineStart(
    DatabaseLease lease, DatabaseStart database, DatabaseCheck check, DatabaseSeal seal, AuditQueries audit, OperationResumer resumer,
    IRecurringJobManager recurring, ILogger<EngineStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        lease.Take();
        check.IsDue = await database.RunAsync(cancellationToken);
        if (!await audit.EndsWhereItEndedAsync(cancellationToken))
            LogAuditCut();
        await resumer.ResumeAsync(cancellationToken);
        Schedules.Register(recurring);
    }

    // Stopped after everything that was started after it: the work has ended by now.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        seal.Set();
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The newest lines of the audit record are gone: somebody changed the database from outside. Compare with a backup")]
    private partial void LogAuditCut();
}
