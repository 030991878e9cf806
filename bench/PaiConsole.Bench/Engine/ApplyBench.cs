using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaiConsole.Bench.Harness;
using PaiConsole.Engine;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Bench.Engine;

/// <summary>
/// G2: takes in jobs that have all changed their state, against writing the same rows and the same two intervals each
/// through a prepared upsert into the same tables in one transaction.
/// </summary>
internal sealed class ApplyBench : IBench
{
    public string Id => "G2";

    public async Task RunAsync(Report report, CancellationToken ct)
    {
        report.Title("G2  taking in what changed");
        foreach (var count in new[] { 10_000, 100_000 })
        {
            var (api, cloud) = CloudOfJobs.Of(count);
            await using var stage = await Stage.OpenAsync(ct, services: services => services.Replace(ServiceDescriptor.Singleton(api)));
            var sync = stage.All<ISync>().Single(sync => sync.Key == nameof(ResourceKind.Job));
            while ((await sync.RunAsync(ct)).Again)
            {
                // the first looks read the history, a stretch at a time
            }
            await using var floor = await Stage.OpenAsync(ct);
            var (rows, intervals) = await RowsAsync(stage, ct);
            if (rows.Count != count)
                throw new InvalidOperationException($"{rows.Count} of {count} jobs were taken in.");

            var contest = await Contest.RunAsync(
                Contest.LeastRounds, 1, ct,
                stop => WriteAsync(floor, rows, intervals, stop),
                stop => LookAsync(sync, cloud, count, stop),
                stop => LookAsync(sync, cloud, count / 100, stop),
                stop => LookAsync(sync, cloud, 0, stop));
            report.Ratio($"all of {count:N0} changed", contest[0], contest[1], 1.8);
            report.AtMost(
                $"1 % of {count:N0} changed, at most 5 % of all and the detection", "ms", contest[2].Median, contest[1].Median * 0.05 + contest[3].Median);
        }
    }

    private static async Task LookAsync(ISync sync, CloudOfJobs cloud, int changed, CancellationToken ct)
    {
        cloud.Change(changed);
        if (await sync.RunAsync(ct) is not { Ok: true } result || result.Changed != changed)
            throw new InvalidOperationException("The look did not take in what changed.");
    }

    private static async Task<(List<JobEntity>, List<StateInterval>)> RowsAsync(Stage stage, CancellationToken ct)
    {
        await using var db = await stage.DatabaseAsync(ct);
        return (await db.Jobs.AsNoTracking().ToListAsync(ct), await db.Intervals.AsNoTracking().ToListAsync(ct));
    }

    // As the look writes: every job's row, the interval that ends and the one that begins.
    private static async Task WriteAsync(Stage stage, List<JobEntity> rows, List<StateInterval> intervals, CancellationToken ct)
    {
        await using var db = await stage.DatabaseAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using var jobs = await RowWriter<JobEntity>.CreateAsync(db, ct);
        await using var history = await RowWriter<StateInterval>.CreateAsync(db, ct);
        foreach (var row in rows)
        {
            row.Revision++;
            row.StatusSince = row.StatusSince.AddMinutes(1);
            row.Phase = row.Phase == Domain.Phase.Running ? Domain.Phase.InTransition : Domain.Phase.Running;
            await jobs.WriteAsync(row, ct);
        }
        foreach (var interval in intervals)
        {
            interval.Seq++;
            await history.WriteAsync(interval, ct);
        }
        await transaction.CommitAsync(ct);
    }
}
