using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Alerts;

/// <summary>What alerts need of the documents of jobs, read once for each revision.</summary>
internal sealed class JobPapers(PriceDesk prices)
{
    private const int AtOnce = 200;
    private Dictionary<string, (long Revision, JobPaper Paper)> _read = new(StringComparer.Ordinal);

    /// <summary>Those of several jobs, by id; the others are forgotten.</summary>
    public async Task<IReadOnlyDictionary<string, JobPaper>> OfAsync(PaiConsoleDb db, IReadOnlyCollection<JobSight> jobs, CancellationToken ct)
    {
        var kept = new Dictionary<string, (long Revision, JobPaper Paper)>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var job in jobs)
        {
            if (_read.TryGetValue(job.Id, out var known) && known.Revision == job.Revision)
                kept[job.Id] = known;
            else
                missing.Add(job.Id);
        }
        foreach (var some in missing.Chunk(AtOnce))
        {
            foreach (var row in await db.Jobs.AsNoTracking().Where(row => some.Contains(row.Id)).Select(row => new { row.Id, row.Revision, row.Document }).ToListAsync(ct))
                kept[row.Id] = (row.Revision, Of(Documents.Read<TrainingJob>(row.Document)));
        }
        _read = kept;
        return kept.ToDictionary(pair => pair.Key, pair => pair.Value.Paper, StringComparer.Ordinal);
    }

    private JobPaper Of(TrainingJob job) => new(
        job.Reason, Reclaims.Ended(job), JobLimits.Of(job.Labels, job.MaxRunningMinutes),
        job.Roles.Any(role => role.Sku is null || prices.Skus.Find(role.Sku)?.HasGpu == true));
}

/// <summary>What a job's document says.</summary>
/// <param name="Reason">The cloud's reason for its state.</param>
/// <param name="IsReclaimed">Its machines were taken for good.</param>
/// <param name="Limits">What it may cost, and how long it is planned to run.</param>
/// <param name="HasGpu">It holds a GPU when running, or may: a quota does not say.</param>
internal sealed record JobPaper(Reason? Reason, bool IsReclaimed, JobLimits Limits, bool HasGpu);
