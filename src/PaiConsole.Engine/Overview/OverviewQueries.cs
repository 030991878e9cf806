using Microsoft.EntityFrameworkCore;
using PaiConsole.Cloud;
using PaiConsole.Domain;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Services;

namespace PaiConsole.Engine.Overview;

/// <summary>One kind of object at a glance.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Running">How many run now.</param>
/// <param name="InTransition">How many are on their way.</param>
/// <param name="FailedToday">How many failed in the last 24 hours.</param>
/// <param name="Totals">What the running ones cost per hour.</param>
public sealed record KindSummary(ResourceKind Kind, int Running, int InTransition, int FailedToday, ListTotals Totals);

/// <summary>Something that a person should look at.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Cloud id, or name of a service.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Why">Stable word: <c>failed</c>, <c>gpu-without-idle-rule</c>, <c>long-in-transition</c>.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="StatusWord">Its status.</param>
/// <param name="Since">Since when.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="PerHour">What it costs per hour now.</param>
public sealed record AttentionItem(
    ResourceKind Kind, string Id, string Name, string Why, Phase Phase, string StatusWord, DateTimeOffset Since, string Owner, Money? PerHour);

/// <summary>The cost of what runs, over all kinds.</summary>
/// <param name="PerHour">Sum of the known rates.</param>
/// <param name="Unpriced">Running objects without a known price: the sum is at least this.</param>
public sealed record BurnRate(Money PerHour, int Unpriced);

/// <summary>A hit of the search over all kinds.</summary>
public sealed record SearchHit(ResourceKind Kind, string Id, string Name, Phase Phase, string StatusWord, string Owner);

/// <summary>Reads that go over all kinds. Each costs as much as is active or shown, never the history.</summary>
public sealed class OverviewQueries
{
    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly NotebookQueries _notebooks;
    private readonly JobQueries _jobs;
    private readonly ServiceQueries _services;
    private readonly ICloudClock _clock;

    internal OverviewQueries(
        IDbContextFactory<PaiConsoleDb> databases, NotebookQueries notebooks, JobQueries jobs, ServiceQueries services, ICloudClock clock) =>
        (_databases, _notebooks, _jobs, _services, _clock) = (databases, notebooks, jobs, services, clock);

    /// <summary>The three kinds at a glance.</summary>
    public async Task<IReadOnlyList<KindSummary>> SummariesAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return
        [
            await SummaryAsync(db.Notebooks, ResourceKind.Notebook, await _notebooks.TotalsAsync(new ListRequest(), ct), ct),
            await SummaryAsync(db.Jobs, ResourceKind.Job, await _jobs.TotalsAsync(new ListRequest(), ct), ct),
            await SummaryAsync(db.Services, ResourceKind.Service, await _services.TotalsAsync(new ListRequest(), ct), ct),
        ];
    }

    /// <summary>What everything costs per hour now.</summary>
    public async Task<BurnRate> BurnRateAsync(CancellationToken ct)
    {
        ListTotals[] totals =
        [
            await _notebooks.TotalsAsync(new ListRequest(), ct),
            await _jobs.TotalsAsync(new ListRequest(), ct),
            await _services.TotalsAsync(new ListRequest(), ct),
        ];
        return new BurnRate(
            Money.Sum(totals.Select(total => total.PerHour).OfType<Money>()) ?? new Money(0, "CNY"), totals.Sum(total => total.Unpriced));
    }

    /// <summary>What a person should look at, the most costly first.</summary>
    public async Task<IReadOnlyList<AttentionItem>> AttentionAsync(int limit, CancellationToken ct)
    {
        var now = _clock.UtcNow;
        var yesterday = now - TimeSpan.FromDays(1);
        var halfHourAgo = now - TimeSpan.FromMinutes(30);
        await using var db = await _databases.CreateDbContextAsync(ct);
        var items = new List<AttentionItem>();
        items.AddRange(await ItemsAsync(
            db.Notebooks.Where(row => row.Phase == Phase.Running && row.HasGpu && row.IdleRuleMinutes == null), ResourceKind.Notebook, "gpu-without-idle-rule", limit, ct));
        items.AddRange(await ItemsAsync(Failed(db.Notebooks, yesterday), ResourceKind.Notebook, "failed", limit, ct));
        items.AddRange(await ItemsAsync(Failed(db.Services, DateTimeOffset.UnixEpoch), ResourceKind.Service, "failed", limit, ct));
        items.AddRange(await ItemsAsync(Failed(db.Jobs, yesterday), ResourceKind.Job, "failed", limit, ct));
        items.AddRange(await ItemsAsync(Stuck(db.Notebooks, halfHourAgo), ResourceKind.Notebook, "long-in-transition", limit, ct));
        items.AddRange(await ItemsAsync(Stuck(db.Services, halfHourAgo), ResourceKind.Service, "long-in-transition", limit, ct));
        return [.. items.OrderByDescending(item => item.PerHour?.Nanos ?? 0).ThenByDescending(item => item.Since).Take(limit)];
    }

    /// <summary>The newest changes of state over all kinds, newest first.</summary>
    public async Task<IReadOnlyList<StateChange>> ChangesAsync(int offset, int limit, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var intervals = await db.Intervals.AsNoTracking().OrderByDescending(interval => interval.From)
            .Skip(offset).Take(Math.Clamp(limit, 1, 200)).ToListAsync(ct);
        var names = await NamesAsync(db, intervals, ct);
        return [.. intervals.Select(interval =>
        {
            var (id, name) = names.GetValueOrDefault((interval.Kind, interval.ResourceId), (interval.ResourceId, interval.ResourceId));
            return new StateChange(
                interval.Kind, id, name, null, interval.StatusWord, interval.Phase, interval.From,
                interval.ReasonCode is { Length: > 0 } || interval.ReasonMessage is { Length: > 0 }
                    ? new Reason(interval.ReasonCode ?? "", interval.ReasonMessage ?? "")
                    : null);
        })];
    }

    /// <summary>How many changes of state are remembered altogether.</summary>
    public async Task<int> CountChangesAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.Intervals.CountAsync(ct);
    }

    /// <summary>Objects of any kind whose name, id, owner or SKU contains the text, the newest first.</summary>
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int limit, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var request = new ListRequest { Query = text, Limit = limit };
        await using var db = await _databases.CreateDbContextAsync(ct);
        return
        [
            .. await HitsAsync(db.Notebooks, ResourceKind.Notebook, request, ct),
            .. await HitsAsync(db.Services, ResourceKind.Service, request, ct),
            .. await HitsAsync(db.Jobs, ResourceKind.Job, request, ct),
        ];
    }

    private async Task<KindSummary> SummaryAsync<T>(IQueryable<T> rows, ResourceKind kind, ListTotals totals, CancellationToken ct) where T : ResourceEntity
    {
        var yesterday = _clock.UtcNow - TimeSpan.FromDays(1);
        var live = rows.AsNoTracking().Where(row => !row.IsDeleted);
        return new KindSummary(
            kind,
            await live.CountAsync(row => row.Phase == Phase.Running, ct),
            await live.CountAsync(row => row.Phase == Phase.InTransition, ct),
            await live.CountAsync(row => row.Phase == Phase.Failed && row.StatusSince > yesterday, ct),
            totals);
    }

    private static IQueryable<T> Failed<T>(IQueryable<T> rows, DateTimeOffset after) where T : ResourceEntity =>
        rows.Where(row => row.Phase == Phase.Failed && row.StatusSince > after);

    private static IQueryable<T> Stuck<T>(IQueryable<T> rows, DateTimeOffset before) where T : ResourceEntity =>
        rows.Where(row => row.Phase == Phase.InTransition && row.StatusSince < before);

    private static async Task<List<AttentionItem>> ItemsAsync<T>(IQueryable<T> rows, ResourceKind kind, string why, int limit, CancellationToken ct)
        where T : ResourceEntity =>
        [.. (await rows.AsNoTracking().Where(row => !row.IsDeleted).OrderByDescending(row => row.StatusSince).Take(limit)
                .Select(row => new { row.Id, row.Name, row.Phase, row.StatusWord, row.StatusSince, row.OwnerName, row.RateNanos, row.Currency, row.BillingSince })
                .ToListAsync(ct))
            .Select(row => new AttentionItem(
                kind, row.Id, row.Name, why, row.Phase, row.StatusWord, row.StatusSince, row.OwnerName,
                row is { BillingSince: not null, RateNanos: { } nanos } ? new Money(nanos, row.Currency) : null))];

    private static async Task<List<SearchHit>> HitsAsync<T>(IQueryable<T> rows, ResourceKind kind, ListRequest request, CancellationToken ct)
        where T : ResourceEntity =>
        await ListFilter.Where(rows.AsNoTracking(), request)
            .OrderByDescending(row => row.CreatedAt).Take(request.Limit)
            .Select(row => new SearchHit(kind, row.Id, row.Name, row.Phase, row.StatusWord, row.OwnerName))
            .ToListAsync(ct);

    private static async Task<Dictionary<(ResourceKind, string), (string Id, string Name)>> NamesAsync(
        PaiConsoleDb db, List<StateInterval> intervals, CancellationToken ct)
    {
        var names = new Dictionary<(ResourceKind, string), (string, string)>();
        foreach (var group in intervals.GroupBy(interval => interval.Kind))
        {
            var ids = group.Select(interval => interval.ResourceId).Distinct().ToArray();
            var found = group.Key switch
            {
                ResourceKind.Notebook => await db.Notebooks.Where(row => ids.Contains(row.Id)).Select(row => new { Key = row.Id, row.Id, row.Name }).ToListAsync(ct),
                ResourceKind.Job => await db.Jobs.Where(row => ids.Contains(row.Id)).Select(row => new { Key = row.Id, row.Id, row.Name }).ToListAsync(ct),
                _ => await db.Services.Where(row => ids.Contains(row.ServiceId)).Select(row => new { Key = row.ServiceId, row.Id, row.Name }).ToListAsync(ct),
            };
            foreach (var row in found)
                names[(group.Key, row.Key)] = (row.Id, row.Name);
        }
        return names;
    }
}
