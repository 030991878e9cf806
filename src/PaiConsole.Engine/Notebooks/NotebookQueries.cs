using Microsoft.EntityFrameworkCore;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Notebooks;

/// <summary>Reads notebooks: rows from the database, metrics and events from the cloud.</summary>
public sealed class NotebookQueries
{
    private readonly ResourceQueries<NotebookEntity, NotebookRow> _rows;
    private readonly SyncHealth _health;
    private readonly PriceDesk _prices;
    private readonly ICloudClock _clock;
    private readonly IDswApi _dsw;
    private readonly IDbContextFactory<PaiConsoleDb> _databases;

    internal NotebookQueries(
        IDbContextFactory<PaiConsoleDb> databases, SyncHealth health, OperationBoard board, PriceDesk prices, ICloudClock clock, IDswApi dsw, IdleBook idle)
    {
        (_health, _prices, _clock, _dsw, _databases) = (health, prices, clock, dsw, databases);
        _rows = new(
            ResourceKind.Notebook,
            row => new NotebookRow
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
                HasGpu = row.HasGpu,
                IdleMinutes = row.IdleMinutes,
                IdleRuleMinutes = row.IdleRuleMinutes,
                ShutdownDueAt = row.ShutdownDueAt,
            },
            databases, health, board, idle.Dress);
    }

    /// <summary>One page of notebooks.</summary>
    public Task<ListPage<NotebookRow>> ListAsync(ListRequest request, CancellationToken ct) => _rows.ListAsync(request, _clock.UtcNow, ct);

    /// <summary>What everything that matches costs now.</summary>
    public Task<ListTotals> TotalsAsync(ListRequest request, CancellationToken ct) => _rows.TotalsAsync(request, ct);

    /// <summary>The owners to filter by.</summary>
    public Task<IReadOnlyList<string>> OwnersAsync(CancellationToken ct) => _rows.OwnersAsync(ct);

    /// <summary>
    /// Every notebook that holds a GPU now, the one that has wasted most first; what has no known price stands before what wastes nothing.
    /// </summary>
    public async Task<IReadOnlyList<NotebookRow>> GpuHoldersAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var now = _clock.UtcNow;
        var rows = await db.Notebooks.AsNoTracking().Where(row => !row.IsDeleted && row.BillingSince != null && row.HasGpu).ToListAsync(ct);
        return [.. rows.Select(_rows.ToRow)
            .OrderByDescending(row => row.Wasted(now)?.Nanos ?? 1).ThenByDescending(row => row.Cost.PerHour?.Nanos ?? 0).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }

    /// <summary>One row, or null.</summary>
    public Task<NotebookRow?> RowAsync(string id, CancellationToken ct) => _rows.RowAsync(id, ct);

    /// <summary>Everything known of one notebook, or null.</summary>
    public async Task<NotebookDetail?> GetAsync(string id, CancellationToken ct)
    {
        if (await _rows.DetailAsync(id, row => row.Id, ct) is not { } found)
            return null;
        var notebook = Documents.Read<Notebook>(found.Row.Document);
        return new NotebookDetail(
            _rows.ToRow(found.Row), notebook, found.Timeline, found.Operations, _prices.Find(notebook.Sku), _health.Of(ResourceKind.Notebook));
    }

    /// <summary>A metric over a span of cloud time, asked of the cloud now (DSW GetInstanceMetrics).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<MetricSeries>> MetricsAsync(string id, string metricType, TimeSpan back, CancellationToken ct) =>
        CloudReads.AskAsync(async () =>
        {
            var end = _clock.UtcNow;
            var answer = await _dsw.GetInstanceMetricsAsync(
                id, new GetInstanceMetricsQuery { MetricType = metricType, StartTime = end - back, EndTime = end, TimeStep = MetricSteps.For(back) }, ct);
            return MetricSteps.Series(answer.PodMetrics, back);
        });

    /// <summary>What the cloud has logged about the instance, newest last (DSW GetInstanceEvents).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<string>> EventsAsync(string id, CancellationToken ct) =>
        CloudReads.AskAsync<IReadOnlyList<string>>(async () =>
            (await _dsw.GetInstanceEventsAsync(id, new GetInstanceEventsQuery { MaxEventsNum = 500 }, ct)).Events ?? []);

    internal NotebookRow ToRow(NotebookEntity row) => _rows.ToRow(row);
}
