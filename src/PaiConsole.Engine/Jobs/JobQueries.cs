using Microsoft.EntityFrameworkCore;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Jobs;

/// <summary>Reads jobs: rows from the database; pods, logs, metrics and events from the cloud.</summary>
public sealed class JobQueries
{
    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly ResourceQueries<JobEntity, JobRow> _rows;
    private readonly SyncHealth _health;
    private readonly PriceDesk _prices;
    private readonly ICloudClock _clock;
    private readonly IDlcApi _dlc;

    internal JobQueries(
        IDbContextFactory<PaiConsoleDb> databases, SyncHealth health, OperationBoard board, PriceDesk prices, ICloudClock clock, IDlcApi dlc)
    {
        (_databases, _health, _prices, _clock, _dlc) = (databases, health, prices, clock, dlc);
        _rows = new(
            ResourceKind.Job,
            row => new JobRow
            {
                Id = row.Id,
                Name = row.Name,
                Phase = row.Phase,
                StatusWord = row.StatusWord,
                StatusSince = row.StatusSince,
                Owner = new Owner(row.OwnerId, row.OwnerName),
                WorkspaceId = row.WorkspaceId,
                Sku = row.Sku,
                Units = row.Units,
                CreatedAt = row.CreatedAt,
                Cost = RunningCosts.Of(row.RateNanos, row.RateIsUpperBound, row.CostSettledNanos, row.CostIsLowerBound, row.BillingSince, row.Currency),
                Revision = row.Revision,
                IsDeleted = row.IsDeleted,
                Type = row.Type,
                Restarts = row.Restarts,
                FinishedAt = row.FinishedAt,
                IsSpot = row.IsSpot,
            },
            databases, health, board);
    }

    /// <summary>One page of jobs.</summary>
    public Task<ListPage<JobRow>> ListAsync(ListRequest request, CancellationToken ct) => _rows.ListAsync(request, _clock.UtcNow, ct);

    /// <summary>What everything that matches costs now.</summary>
    public Task<ListTotals> TotalsAsync(ListRequest request, CancellationToken ct) => _rows.TotalsAsync(request, ct);

    /// <summary>The owners to filter by.</summary>
    public Task<IReadOnlyList<string>> OwnersAsync(CancellationToken ct) => _rows.OwnersAsync(ct);

    /// <summary>The rows of several, by id; one that is not known is left out.</summary>
    public async Task<IReadOnlyDictionary<string, JobRow>> RowsAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var wanted = ids.ToArray();
        return (await db.Jobs.AsNoTracking().Where(row => wanted.Contains(row.Id)).ToListAsync(ct)).ToDictionary(row => row.Id, _rows.ToRow, StringComparer.Ordinal);
    }

    /// <summary>One row, or null.</summary>
    public Task<JobRow?> RowAsync(string id, CancellationToken ct) => _rows.RowAsync(id, ct);

    /// <summary>Everything known of one job, or null.</summary>
    public async Task<JobDetail?> GetAsync(string id, CancellationToken ct)
    {
        if (await _rows.DetailAsync(id, row => row.Id, ct) is not { } found)
            return null;
        var job = Documents.Read<TrainingJob>(found.Row.Document);
        var basis = job.Roles.Select(role => role.Sku).Distinct(StringComparer.Ordinal).Select(_prices.Find).OfType<Price>().ToList();
        return new JobDetail(_rows.ToRow(found.Row), job, found.Timeline, found.Operations, basis, _health.Of(ResourceKind.Job));
    }

    /// <summary>The pods of a job with their earlier attempts, asked of the cloud now (DLC GetJob).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<JobPod>> PodsAsync(string id, CancellationToken ct) =>
        CloudReads.AskAsync(async () => JobTranslator.ToDomain(await _dlc.GetJobAsync(id, needDetail: true, ct)).Pods);

    /// <summary>
    /// The job with what lists leave out, such as the URIs of its mounts (DLC GetJob); as last observed where the cloud does not
    /// give it now, which the checks then find incomplete. Null when there is no such job.
    /// </summary>
    internal async Task<TrainingJob?> WholeAsync(string id, CancellationToken ct)
    {
        if (await GetAsync(id, ct) is not { } detail)
            return null;
        try
        {
            var whole = await CloudReads.AskAsync(async () => JobTranslator.ToDomain(await _dlc.GetJobAsync(id, needDetail: false, ct)));
            // GetJob in turn leaves out how long the job may run.
            return whole with { MaxRunningMinutes = whole.MaxRunningMinutes ?? detail.Job.MaxRunningMinutes };
        }
        catch (CloudUnavailableException)
        {
            return detail.Job;
        }
    }

    /// <summary>Log lines of one pod (DLC GetPodLogs: at most 2,000 lines a call, no cursor: read on by advancing the start).</summary>
    /// <param name="id">JobId.</param>
    /// <param name="podId">PodId.</param>
    /// <param name="podUid">The attempt, or null for the newest.</param>
    /// <param name="since">Only lines from then on; null reads the newest of the last 7 days.</param>
    /// <param name="lines">At most this many.</param>
    /// <param name="ct">Cancels the read.</param>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<string>> LogsAsync(string id, string podId, string? podUid, DateTimeOffset? since, int lines, CancellationToken ct) =>
        CloudReads.AskAsync<IReadOnlyList<string>>(async () =>
            (await _dlc.GetPodLogsAsync(id, podId, podUid, since, null, Math.Clamp(lines, 1, 2_000), ct)).Logs ?? []);

    /// <summary>A metric over a span of cloud time, a series per pod (DLC GetJobMetrics).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<MetricSeries>> MetricsAsync(string id, string metricType, TimeSpan back, CancellationToken ct) =>
        MetricsAsync(id, metricType, _clock.UtcNow - back, _clock.UtcNow, ct);

    /// <summary>A metric between two instants of cloud time, a series per pod (DLC GetJobMetrics).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<MetricSeries>> MetricsAsync(string id, string metricType, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        CloudReads.AskAsync(async () =>
        {
            var span = to - from;
            var answer = await _dlc.GetJobMetricsAsync(
                id, new GetJobMetricsQuery { MetricType = metricType, StartTime = from, EndTime = to, TimeStep = MetricSteps.For(span) }, ct);
            return MetricSteps.Series(answer.PodMetrics, span);
        });

    /// <summary>What the cloud has logged about the job, newest last (DLC GetJobEvents).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<string>> EventsAsync(string id, CancellationToken ct) =>
        CloudReads.AskAsync<IReadOnlyList<string>>(async () => (await _dlc.GetJobEventsAsync(id, null, null, 500, ct)).Events ?? []);

    internal JobRow ToRow(JobEntity row) => _rows.ToRow(row);
}
