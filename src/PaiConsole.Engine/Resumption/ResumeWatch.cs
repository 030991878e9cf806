using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Resumption;

/// <summary>
/// Lets runs go on whose machines were taken, where their policy says so. Looks at the table and not at events, so that a
/// reclaim during an outage of the console is found as well. Each job is asked for once, ever: what then fails is for people.
/// </summary>
internal sealed class ResumeWatch(
    IDbContextFactory<PaiConsoleDb> databases, Func<ResumeCommands> commands, SyncHealth health, ICloudClock clock, IOptions<PaiOptions> pai) : ISync
{
    public const string SyncKey = "Resumption";
    /// <summary>What was taken longer ago is for people to judge: whoever needed the result may have found another way.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private static readonly Actor Policy = new("resume policy", Role.Operator);

    public string Key => SyncKey;

    public bool IsRestless { get; private set; } = true;

    public async Task<SyncResult> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var resumed = 0;
        if (pai.Value.CommandsAllowed)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var after = now - Fresh;
            var waiting = await db.Jobs.AsNoTracking()
                .Where(job => job.AwaitsResume && job.FinishedAt >= after && !job.IsDeleted)
                .Where(job => !db.Jobs.Any(next => next.ResumesId == job.Id))
                .Where(job => !db.Operations.Any(operation => operation.IdempotencyKey == "resume/" + job.Id + "/0"))
                .Select(job => job.Id).ToListAsync(ct);
            foreach (var id in waiting)
            {
                if ((await commands().ResumeAsync(Policy, id, ct)).Operation is not null)
                    resumed++;
            }
            IsRestless = await db.Jobs.AnyAsync(job => !job.IsTerminal && job.ResumeTimes > 0, ct);
        }
        health.Good(Key, now);
        return new SyncResult(Ok: true, resumed);
    }
}
