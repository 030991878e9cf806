using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Comparing;
using PaiConsole.Domain.Storage;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Jobs.Comparing;

/// <summary>Lays jobs side by side: what they were asked to be, from the database; how they go, from the cloud.</summary>
public sealed class CompareQueries
{
    private const int LogLines = 200;
    private const int AtATime = 4;
    private static readonly TimeSpan FurthestBack = TimeSpan.FromDays(7);
    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly JobQueries _jobs;
    private readonly PodLogs _logs;
    private readonly SyncHealth _health;
    private readonly CloudNow _cloud;

    internal CompareQueries(IDbContextFactory<PaiConsoleDb> databases, JobQueries jobs, PodLogs logs, SyncHealth health, CloudNow cloud) =>
        (_databases, _jobs, _logs, _health, _cloud) = (databases, jobs, logs, health, cloud);

    /// <summary>What the console itself knows; at most <see cref="JobComparison.Most"/> of the ids are looked at.</summary>
    public async Task<Comparison> OfAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var asked = ids.Distinct(StringComparer.Ordinal).Take(JobComparison.Most).ToList();
        await using var db = await _databases.CreateDbContextAsync(ct);
        var found = (await db.Jobs.AsNoTracking().Where(job => asked.Contains(job.Id)).ToListAsync(ct)).ToDictionary(job => job.Id, StringComparer.Ordinal);
        var rows = asked.Where(found.ContainsKey).Select(id => found[id]).ToList();
        var states = (await db.Intervals.AsNoTracking().Where(state => state.Kind == ResourceKind.Job && asked.Contains(state.ResourceId)).ToListAsync(ct))
            .ToLookup(state => state.ResourceId, StringComparer.Ordinal);
        var now = _cloud.UtcNow;
        var jobs = rows.Select(_jobs.ToRow).ToList();
        var times = rows.Select(row => JobDurations.Of(row, states[row.Id], now)).ToList();
        var costs = jobs.Select(job => job.Cost.ToDate(now)).ToList();
        var sum = Money.SumOfMain(costs.OfType<Money>());
        return new Comparison(
            jobs, [.. asked.Where(id => !found.ContainsKey(id))], JobComparison.Fields([.. rows.Select(row => Documents.Read<TrainingJob>(row.Document))]),
            [
                new Measure("queued", Better.Less, [.. times.Select(one => Seconds(one.QueuedFor))]),
                new Measure("ran", Better.Less, [.. times.Select(one => Seconds(one.RunFor))]),
                new Measure("cost", Better.Less, [.. costs.Select(cost => cost is { } money && money.Currency == sum?.Currency ? money.Amount : (decimal?)null)]),
            ],
            sum, jobs.Any(job => job.Cost.IsLowerBound || (job.Cost.RunningSince is not null && job.Cost.PerHour is null)) || costs.Any(cost => cost?.Currency != sum?.Currency),
            sum?.Currency ?? "CNY", _health.Of(ResourceKind.Job));
    }

    /// <summary>What only the cloud knows (DLC GetJob, GetPodLogs, GetJobMetrics), asked now and of a few jobs at a time. What cannot be read is unknown.</summary>
    public async Task<ComparedInCloud> InCloudAsync(IReadOnlyList<JobRow> jobs, CancellationToken ct)
    {
        using var turn = new SemaphoreSlim(AtATime);
        var read = await Task.WhenAll(jobs.Select(async job =>
        {
            await turn.WaitAsync(ct);
            try
            {
                return await ReadAsync(job, ct);
            }
            finally
            {
                turn.Release();
            }
        }));
        return new ComparedInCloud(
            [
                new Measure("loss", Better.Less, [.. read.Select(one => one.Loss)]),
                new Measure("step", Better.Unknown, [.. read.Select(one => one.Step)]),
                new Measure("gpu", Better.More, [.. read.Select(one => one.Gpu)]),
                new Measure("gpuMemoryPeak", Better.Unknown, [.. read.Select(one => one.GpuMemory)]),
            ],
            [.. jobs.Zip(read).Where(one => !one.Second.IsWhole).Select(one => one.First.Id)]);
    }

    private async Task<Reading> ReadAsync(JobRow job, CancellationToken ct)
    {
        if (job.IsDeleted)
            return new Reading(null, null, null, null, IsWhole: false);
        var end = job.FinishedAt ?? _cloud.UtcNow;
        var from = job.CreatedAt is { } made && end - made < FurthestBack ? made : end - FurthestBack;
        try
        {
            var lines = await _logs.NewestOfLeaderAsync(job.Id, LogLines, ct);
            var gpu = Known(await _jobs.MetricsAsync(job.Id, MetricTypes.Gpu, from, end, ct));
            var memory = Known(await _jobs.MetricsAsync(job.Id, MetricTypes.GpuMemory, from, end, ct));
            return new Reading(
                Figure(LoggedLoss.Last(lines)), LoggedStep.Last(lines), gpu.Count == 0 ? null : Figure(Math.Round(gpu.Average(), 1)), memory.Count == 0 ? null : Figure(Math.Round(memory.Max(), 1)), IsWhole: true);
        }
        catch (CloudUnavailableException)
        {
            return new Reading(null, null, null, null, IsWhole: false);
        }
    }

    private static List<double> Known(IReadOnlyList<MetricSeries> series) => [.. series.SelectMany(one => one.Values).Where(double.IsFinite)];

    private static decimal? Figure(double? value) => value is > -1e15 and < 1e15 ? (decimal)value.Value : null;

    private static decimal? Seconds(TimeSpan? span) => span is { } known ? (decimal)known.TotalSeconds : null;

    private sealed record Reading(decimal? Loss, decimal? Step, decimal? Gpu, decimal? GpuMemory, bool IsWhole);
}
