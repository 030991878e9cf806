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
                HeldSince = row.HeldSince ?? row.BillingSince,
                HeldUntil = row.HeldUntil,
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

    /// <summary>The rows of several, by id; one that is not known is left out.</summary>
    public async Task<IReadOnlyDictionary<string, NotebookRow>> RowsAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var wanted = ids.ToArray();
        return (await db.Notebooks.AsNoTracking().Where(row => wanted.Contains(row.Id)).ToListAsync(ct)).ToDictionary(row => row.Id, _rows.ToRow, StringComparer.Ordinal);
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

    /// <summary>Its sessions as the cloud remembers them, newest first, at most 20 (DSW GetLifecycle).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<NotebookSession>> SessionsAsync(string id, CancellationToken ct) =>
        CloudReads.AskAsync<IReadOnlyList<NotebookSession>>(async () =>
            [.. ((await _dsw.GetLifecycleAsync(id, new GetLifecycleQuery { Limit = 20, Order = "DESC" }, ct)).Lifecycle ?? []).Select(NotebookTranslator.ToSession)]);

    /// <summary>What DSW itself wrote about it, newest first, at most 100 lines (DSW ListSystemLogs).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<SystemLogRow>> SystemLogAsync(string id, CancellationToken ct) =>
        CloudReads.AskAsync<IReadOnlyList<SystemLogRow>>(async () =>
            [.. ((await _dsw.ListSystemLogsAsync(new ListSystemLogsQuery { InstanceId = id, Order = "DESC", SortBy = "GmtCreateTime" }, ct)).SystemLogs ?? [])
                .Select(line => new SystemLogRow(line.GmtCreateTime, line.Level ?? "", line.Content ?? ""))]);

    /// <summary>
    /// The peaks of its use over the last three days, on the instance type that it has now (DSW GetInstanceMetrics, four calls): percentages
    /// of another machine say nothing of this one.
    /// </summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public async Task<UseSummary> UseAsync(string id, CancellationToken ct)
    {
        var now = _clock.UtcNow;
        var from = now - UseBack;
        await using (var db = await _databases.CreateDbContextAsync(ct))
        {
            var sku = await db.Notebooks.Where(row => row.Id == id).Select(row => row.Sku).SingleOrDefaultAsync(ct);
            var changed = await db.Intervals
                .Where(interval => interval.Kind == ResourceKind.Notebook && interval.ResourceId == id && interval.Sku != sku && interval.To > from)
                .MaxAsync(interval => interval.To, ct);
            from = changed ?? from;
        }
        var cpu = await FiguresAsync(id, MetricTypes.Cpu, from, now, ct);
        return new UseSummary(
            Peak(await FiguresAsync(id, MetricTypes.Gpu, from, now, ct)), Peak(await FiguresAsync(id, MetricTypes.GpuMemory, from, now, ct)),
            Peak(cpu), Peak(await FiguresAsync(id, MetricTypes.Memory, from, now, ct)), cpu.Count * UseStep);
    }

    private static readonly TimeSpan UseBack = TimeSpan.FromDays(3);
    private static readonly TimeSpan UseStep = TimeSpan.FromMinutes(5);

    private Task<List<double>> FiguresAsync(string id, string metric, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) => CloudReads.AskAsync(async () =>
    {
        var answer = await _dsw.GetInstanceMetricsAsync(
            id, new GetInstanceMetricsQuery { MetricType = metric, StartTime = from, EndTime = to, TimeStep = $"{(int)UseStep.TotalMinutes}m" }, ct);
        return (answer.PodMetrics ?? []).SelectMany(pod => pod.Metrics ?? []).Select(point => point.Value).OfType<double>().ToList();
    });

    private static double? Peak(List<double> figures) => figures.Count == 0 ? null : figures.Max();

    internal NotebookRow ToRow(NotebookEntity row) => _rows.ToRow(row);
}
