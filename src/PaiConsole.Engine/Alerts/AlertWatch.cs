using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Alerts;

/// <summary>
/// Runs the alert rules over what could concern them: what runs, what was stopped long ago, what has failed, and what an alert is
/// open for. Asks the cloud nothing. Running it twice opens nothing twice.
/// </summary>
internal sealed class AlertWatch(
    IDbContextFactory<PaiConsoleDb> databases, IdleBook idle, ChangeFeed feed, SyncHealth health, ICloudClock clock,
    IOptions<AlertOptions> options, IOptions<PaiOptions> pai) : ISync
{
    public const string SyncKey = "Alerts";
    // A timer further away than this stops nothing in time.
    private static readonly TimeSpan Weekend = TimeSpan.FromDays(3);
    private static readonly TimeSpan FailuresBack = TimeSpan.FromDays(7);
    private static readonly ILookup<string, IAlertRule> Topics = AlertRules.All.ToLookup(rule => rule.Topic);

    public string Key => SyncKey;

    public bool IsRestless => feed.Watchers<AlertRow>() > 0;

    public async Task<SyncResult> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        var settings = options.Value.For(pai.Value.Region);
        var open = (await db.Alerts.Where(alert => alert.ResolvedAt == null && alert.Kind == ResourceKind.Notebook).ToListAsync(ct))
            .ToDictionary(alert => (alert.ResourceId, alert.Topic));
        var changed = new List<AlertEntity>();
        foreach (var row in await ConcernedAsync(db, [.. open.Values.Select(alert => alert.ResourceId).Distinct()], settings, now, ct))
        {
            var watch = Watch(row, now);
            foreach (var topic in Topics)
            {
                var alert = open.GetValueOrDefault((row.Id, topic.Key));
                var decision = AlertDesk.Decide(alert is null ? null : new OpenAlert(alert.RuleId, alert.ClearSince), [.. topic], watch, settings, now);
                if (await CarryAsync(db, decision, alert, row, watch, topic.Key, now, ct) is { } next)
                {
                    if (alert is null)
                        db.Alerts.Add(next);
                    changed.Add(next);
                }
            }
        }
        if (changed.Count > 0)
            await db.SaveChangesAsync(ct);
        feed.Publish([.. changed.Select(alert => new FeedChange<AlertRow>(ChangeType.Upsert, alert.Id, AlertRow.From(alert)))]);
        health.Good(Key, now);
        return new SyncResult(Ok: true, changed.Count);
    }

    private static async Task<List<NotebookEntity>> ConcernedAsync(
        PaiConsoleDb db, string[] withAlert, AlertSettings settings, DateTimeOffset now, CancellationToken ct)
    {
        // A change of type renews the status and not the stop: how long it has been stopped, the rule looks at.
        var stoppedBefore = now - SystemDisk.Kept + settings.DiskWarning;
        var stoppedAfter = now - SystemDisk.Kept;
        var failedAfter = now - FailuresBack;
        return await db.Notebooks.AsNoTracking()
            .Where(row => withAlert.Contains(row.Id)
                || (!row.IsDeleted && ((row.BillingSince != null && row.HasGpu)
                    || (row.Phase == Phase.Failed && row.StatusSince > failedAfter)
                    || (row.Phase == Phase.Stopped && (row.HeldUntil ?? row.StatusSince) > stoppedAfter && (row.HeldUntil ?? row.StatusSince) <= stoppedBefore))))
            .ToListAsync(ct);
    }

    private NotebookWatch Watch(NotebookEntity row, DateTimeOffset now)
    {
        var use = idle.Find(row.Id, row.HeldSince ?? row.BillingSince);
        return new NotebookWatch
        {
            Status = NotebookStates.Parse(row.StatusWord),
            StatusSince = row.HeldSince ?? row.BillingSince ?? row.StatusSince,
            HeldUntil = row.HeldUntil,
            Sku = row.Sku,
            IdleRuleMinutes = row.IdleRuleMinutes,
            HasGpu = row.HasGpu,
            IsGone = row.IsDeleted,
            IsStoppedByItself = row.IdleRuleMinutes is not null || row.ShutdownDueAt - now < Weekend || use?.Policies?.Count > 0 ? true : use?.Policies is null ? null : false,
            Idle = use?.State ?? default,
            IsIdleKnown = use?.State.IsKnown(now) == true,
        };
    }

    private static async Task<AlertEntity?> CarryAsync(
        PaiConsoleDb db, AlertDecision decision, AlertEntity? alert, NotebookEntity row, NotebookWatch watch, string topic, DateTimeOffset now, CancellationToken ct)
    {
        switch (decision.Step)
        {
            case AlertStep.Open:
                return Tell(new AlertEntity
                {
                    Id = Guid.CreateVersion7(now).ToString("N"), Topic = topic, Kind = ResourceKind.Notebook, ResourceId = row.Id, OpenedAt = now,
                }, decision, row);
            case AlertStep.Change when !IsTold(alert!, decision, row):
                // What grew worse than what somebody took note of is news.
                if (decision.Severity > alert!.Severity)
                    (alert.AcknowledgedAt, alert.AcknowledgedBy, alert.SnoozedUntil, alert.SnoozedBy) = (null, null, null, null);
                if (alert.CountsFrom is not null && alert.CountsFrom != decision.Reading.CountsFrom)
                    await SettleAsync(db, alert, now, ct);
                return Tell(alert, decision, row);
            case AlertStep.Keep when alert?.CountsFrom is not null && KnownTo(watch, alert, now) is var to && alert.CountsTo != to:
                alert.CountsTo = to;
                return alert;
            case AlertStep.Clearing:
                alert!.ClearSince = now;
                await SettleAsync(db, alert, now, ct);
                return alert;
            case AlertStep.Resolve:
                await SettleAsync(db, alert!, now, ct);
                alert!.ResolvedAt = now;
                return alert;
            default:
                return null;
        }
    }

    private static AlertEntity Tell(AlertEntity alert, AlertDecision decision, NotebookEntity row)
    {
        (alert.RuleId, alert.Severity, alert.ClearSince) = (decision.Rule!.Id, decision.Severity, null);
        (alert.ResourceName, alert.OwnerName) = (row.Name, row.OwnerName);
        (alert.Since, alert.CountsFrom, alert.CountsTo) = (decision.Reading.Since!.Value, decision.Reading.CountsFrom, null);
        (alert.RateNanos, alert.Currency) = (row.RateNanos, row.Currency);
        alert.Detail = row.Phase == Phase.Failed && Documents.Read<Notebook>(row.Document).Reason is { } reason ? $"{reason.Message} ({reason.Code})" : null;
        return alert;
    }

    private static bool IsTold(AlertEntity alert, AlertDecision decision, NotebookEntity row) =>
        alert.RuleId == decision.Rule!.Id && alert.Severity == decision.Severity && alert.ClearSince is null && alert.CountsTo is null
        && alert.Since == decision.Reading.Since && alert.CountsFrom == decision.Reading.CountsFrom
        && alert.RateNanos == row.RateNanos && alert.ResourceName == row.Name && alert.OwnerName == row.OwnerName;

    // Without recent figures nobody knows whether it is still wasted.
    private static DateTimeOffset? KnownTo(NotebookWatch watch, AlertEntity alert, DateTimeOffset now) =>
        watch.IsIdleKnown ? null : watch.Idle.JudgedTo ?? alert.CountsTo ?? now;

    /// <summary>A stretch of waste is over: its money ends with the idle run or with the running, not with the moment at which the console learns of it.</summary>
    private static async Task SettleAsync(PaiConsoleDb db, AlertEntity alert, DateTimeOffset now, CancellationToken ct)
    {
        if (alert.CountsFrom is not { } from)
            return;
        alert.CountsFrom = null;
        if (alert.RateNanos is not { } rate)
            return;
        DateTimeOffset? run = await db.IdleRuns.Where(row => row.ResourceId == alert.ResourceId && row.From == from).Select(row => (DateTimeOffset?)row.To).FirstOrDefaultAsync(ct);
        var end = run ?? await db.Intervals
            .Where(row => row.Kind == alert.Kind && row.ResourceId == alert.ResourceId && row.IsBilled && row.To != null && row.To > from)
            .MaxAsync(row => row.To, ct) ?? alert.CountsTo ?? now;
        alert.SettledNanos = (alert.SettledNanos ?? 0) + new Money(rate, alert.Currency).ForDuration(end - from).Nanos;
        alert.CountsTo = null;
    }
}
