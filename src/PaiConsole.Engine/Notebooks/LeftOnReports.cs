using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain;
using PaiConsole.Domain.Costs;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Notebooks;

/// <summary>Adds up what notebooks with a GPU cost in a stretch of time, from their state intervals and idle runs, to the billionth.</summary>
public sealed class LeftOnReports
{
    /// <summary>The rule that people without one are advised to set.</summary>
    public const int AdvisedMinutes = 30;

    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly IdleBook _idle;
    private readonly CloudNow _cloud;
    private readonly string _region;
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);
    private readonly WorkHours _hours;
    private readonly Func<string?, bool> _hasGpu;

    internal LeftOnReports(
        IDbContextFactory<PaiConsoleDb> databases, IdleBook idle, CloudNow cloud, string region, WorkHours hours, Func<string?, bool> hasGpu) =>
        (_databases, _idle, _cloud, _region, _hours, _hasGpu) = (databases, idle, cloud, region, hours, hasGpu);

    /// <summary>The weekend that there is to report on: the present one from Friday evening on, otherwise the last.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Weekend() => _hours.Weekend(RegionTime.There(_cloud.UtcNow, _region));

    /// <summary>The report over a stretch of time; one that is not over is reported up to now.</summary>
    public async Task<LeftOnReport> OfAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var now = _cloud.UtcNow;
        to = to < now ? to : now;
        await using var db = await _databases.CreateDbContextAsync(ct);
        // A stop shortly before the begin saves all of it.
        var before = from - Before;
        var billed = db.Intervals.AsNoTracking().Where(interval => interval.Kind == ResourceKind.Notebook && interval.IsBilled && interval.From < to);
        // Two questions, each of which an index answers: what is still open, and what ended after the begin. One that is closed between
        // them is in both answers, and counts as closed.
        List<StateInterval> intervals =
        [
            .. (await billed.Where(interval => interval.To == null).ToListAsync(ct)).Concat(await billed.Where(interval => interval.To > before).ToListAsync(ct))
                .GroupBy(interval => (interval.ResourceId, interval.Seq)).Select(twins => twins.MaxBy(interval => interval.To is not null)!)
                .Where(interval => _hasGpu(interval.Sku)),
        ];
        var ids = intervals.Select(interval => interval.ResourceId).Distinct().ToArray();
        var rows = await db.Notebooks.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        var open = _idle.All;
        var runs = (await db.IdleRuns.AsNoTracking().Where(run => run.To > before && run.From < to && ids.Contains(run.ResourceId)).ToListAsync(ct))
            .Concat(open.Where(use => use.State.Since is not null && rows.ContainsKey(use.Id)).Select(use => Open(use, rows[use.Id], now)))
            .ToLookup(run => run.ResourceId);
        var currency = intervals.Where(interval => interval.RateNanos is not null).GroupBy(interval => interval.Currency).MaxBy(group => group.Count())?.Key ?? "CNY";

        var lines = intervals.Where(interval => rows.ContainsKey(interval.ResourceId)).GroupBy(interval => interval.ResourceId)
            .Select(group => Line(rows[group.Key], [.. group.OrderBy(interval => interval.From)], [.. runs[group.Key]], new Span(from, to), currency))
            .Where(line => line.Ran > TimeSpan.Zero || line.Saved is { Nanos: > 0 })
            .OrderByDescending(line => line.IdleCost?.Nanos ?? 0).ThenByDescending(line => line.Cost?.Nanos ?? 0).ThenBy(line => line.Id, StringComparer.Ordinal)
            .ToList();
        Money Sum(Func<LeftOnLine, Money?> part) => Money.Sum(lines.Select(part).OfType<Money>()) ?? new Money(0, currency);
        return new LeftOnReport(
            from, to, lines, Sum(line => line.Cost), Sum(line => line.IdleCost), Sum(line => line.Saved), Sum(line => line.CouldSave),
            lines.Count(line => line.IsAtLeast));
    }

    private static LeftOnLine Line(NotebookEntity row, List<StateInterval> intervals, List<IdleRunEntity> runs, Span window, string currency)
    {
        Money? Priced(Span span) => Money.Sum(intervals
            .Where(interval => interval.RateNanos is not null && interval.Currency == currency)
            .Select(interval => new Money(interval.RateNanos!.Value, currency).ForDuration(Of(interval, window.To).And(window).And(span).Length)));
        TimeSpan Running(Span span) => intervals.Aggregate(TimeSpan.Zero, (sum, interval) => sum + Of(interval, window.To).And(window).And(span).Length);
        Money? Over(IEnumerable<Span> spans) => Money.Sum(spans.Select(Priced).OfType<Money>());

        var idle = Union(runs.Select(run => new Span(run.From, run.To)));
        var wouldStop = Union(runs.Where(run => run is { RuleMinutes: null, StoppedByRule: false }).Select(run => new Span(run.From.AddMinutes(AdvisedMinutes), run.To)));
        return new LeftOnLine(
            row.Id, row.Name, row.OwnerName, intervals[^1].Sku, Running(window), Priced(window),
            intervals.Any(interval => (interval.RateNanos is null || interval.Currency != currency) && Of(interval, window.To).And(window).Length > TimeSpan.Zero),
            idle.Aggregate(TimeSpan.Zero, (sum, span) => sum + Running(span)), Over(idle), Saved(intervals, runs, window with { To = row.DeletedAt < window.To ? row.DeletedAt.Value : window.To }, currency),
            row.IdleRuleMinutes is null ? Over(wouldStop) : null, row.IdleRuleMinutes);
    }

    // Had the rule not stopped it, it would have run on as it did.
    private static Money? Saved(List<StateInterval> intervals, List<IdleRunEntity> runs, Span window, string currency) => Money.Sum(
        from run in runs
        where run.StoppedByRule && run.To < window.To
        let last = intervals.LastOrDefault(interval => interval.From <= run.To)
        where last is { RateNanos: not null } && last.Currency == currency
        let next = intervals.FirstOrDefault(interval => interval.From > run.To)
        let free = new Span(run.To, next?.From ?? window.To).And(window).Length
        where free > TimeSpan.Zero
        select new Money(last.RateNanos!.Value, currency).ForDuration(free));

    // One run may be told twice, while it is on its way from the memory into the table: no time counts twice.
    private static List<Span> Union(IEnumerable<Span> spans)
    {
        var union = new List<Span>();
        foreach (var span in spans.Where(span => span.Length > TimeSpan.Zero).OrderBy(span => span.From))
        {
            if (union.Count > 0 && span.From <= union[^1].To)
                union[^1] = union[^1] with { To = span.To > union[^1].To ? span.To : union[^1].To };
            else
                union.Add(span);
        }
        return union;
    }

    private static IdleRunEntity Open(SessionUse use, NotebookEntity row, DateTimeOffset now) => new()
    {
        ResourceId = use.Id, From = use.State.Since!.Value, To = use.State.KnownTo(now), RuleMinutes = row.IdleRuleMinutes,
    };

    private static Span Of(StateInterval interval, DateTimeOffset end) => new(interval.From, interval.To ?? end);

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Span(DateTimeOffset From, DateTimeOffset To)
    {
        public TimeSpan Length => To > From ? To - From : TimeSpan.Zero;

        public Span And(Span other) => new(From > other.From ? From : other.From, To < other.To ? To : other.To);
    }
}
