using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Alerts;

/// <summary>
/// Runs the alert rules of one kind over what could concern them, and over what an alert of that kind is open for: there is one watch
/// per kind, and none touches the alerts of another. Asks the cloud nothing. Running it twice opens nothing twice.
/// </summary>
internal sealed class AlertWatch(
    IAlertKind kind, IDbContextFactory<PaiConsoleDb> databases, ChangeFeed feed, SyncHealth health, ICloudClock clock,
    IOptions<AlertOptions> options, IOptions<PaiOptions> pai) : ISync
{
    public string Key { get; } = $"Alerts.{kind.Kind}";

    public bool IsRestless => feed.Watchers<AlertRow>() > 0;

    public async Task<SyncResult> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        var settings = options.Value.For(pai.Value.Region);
        var open = (await db.Alerts.Where(alert => alert.ResolvedAt == null && alert.Kind == kind.Kind).ToListAsync(ct))
            .ToDictionary(alert => (alert.ResourceId, alert.Topic));
        var changed = new List<AlertEntity>();
        foreach (var subject in await kind.ConcernedAsync(db, [.. open.Values.Select(alert => alert.ResourceId).Distinct()], settings, now, ct))
        {
            foreach (var topic in kind.Topics)
            {
                var alert = open.GetValueOrDefault((subject.Id, topic));
                var decision = subject.Decide(topic, alert is null ? null : new OpenAlert(alert.RuleId, alert.ClearSince), settings, now);
                if (await CarryAsync(db, decision, alert, subject, topic, now, ct) is { } next)
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

    private async Task<AlertEntity?> CarryAsync(
        PaiConsoleDb db, AlertDecision decision, AlertEntity? alert, AlertSubject subject, string topic, DateTimeOffset now, CancellationToken ct)
    {
        switch (decision.Step)
        {
            case AlertStep.Open:
                return Tell(new AlertEntity
                {
                    Id = Guid.CreateVersion7(now).ToString("N"), Topic = topic, Kind = kind.Kind, ResourceId = subject.Id, OpenedAt = now,
                }, decision, subject);
            case AlertStep.Change when !IsTold(alert!, decision, subject):
                // What grew worse than what somebody took note of is news.
                if (decision.Severity > alert!.Severity)
                    (alert.AcknowledgedAt, alert.AcknowledgedBy, alert.SnoozedUntil, alert.SnoozedBy) = (null, null, null, null);
                if (alert.CountsFrom is not null && alert.CountsFrom != decision.Reading.CountsFrom)
                    await SettleAsync(db, alert, subject, now, ct);
                return Tell(alert, decision, subject);
            case AlertStep.Keep when alert?.CountsFrom is not null && MoneyOf(alert) == AlertMoney.Wasted && subject.KnownTo(alert, now) is var to && alert.CountsTo != to:
                alert.CountsTo = to;
                return alert;
            case AlertStep.Clearing:
                alert!.ClearSince = now;
                await SettleAsync(db, alert, subject, now, ct);
                return alert;
            case AlertStep.Resolve:
                await SettleAsync(db, alert!, subject, now, ct);
                alert!.ResolvedAt = now;
                return alert;
            default:
                return null;
        }
    }

    private static AlertEntity Tell(AlertEntity alert, AlertDecision decision, AlertSubject subject)
    {
        (alert.RuleId, alert.Severity, alert.ClearSince) = (decision.Rule!.Id, decision.Severity, null);
        (alert.ResourceName, alert.OwnerName) = (subject.Name, subject.OwnerName);
        (alert.Since, alert.CountsFrom, alert.CountsTo) = (decision.Reading.Since!.Value, CountsFrom(decision, subject), null);
        (alert.RateNanos, alert.Currency) = (subject.RateNanos, subject.Currency);
        if (decision.Rule.Money == AlertMoney.Spent)
            alert.SettledNanos = subject.SettledNanos;
        alert.Detail = subject.Detail();
        return alert;
    }

    private static bool IsTold(AlertEntity alert, AlertDecision decision, AlertSubject subject) =>
        alert.RuleId == decision.Rule!.Id && alert.Severity == decision.Severity && alert.ClearSince is null && alert.CountsTo is null
        && alert.Since == decision.Reading.Since && alert.CountsFrom == CountsFrom(decision, subject)
        && (decision.Rule.Money != AlertMoney.Spent || alert.SettledNanos == subject.SettledNanos)
        && alert.RateNanos == subject.RateNanos && alert.ResourceName == subject.Name && alert.OwnerName == subject.OwnerName;

    // What was spent counts on while it is billed; without a price for what went before, nobody knows the sum.
    private static DateTimeOffset? CountsFrom(AlertDecision decision, AlertSubject subject) => decision.Rule!.Money switch
    {
        AlertMoney.Spent => subject.SettledNanos is null ? null : subject.BilledSince,
        _ => decision.Reading.CountsFrom,
    };

    private static AlertMoney MoneyOf(AlertEntity alert) => AlertRules.Find(alert.RuleId)?.Money ?? AlertMoney.Wasted;

    /// <summary>A stretch of waste is over: its money ends with the idle run or with the running, not with the moment at which the console learns of it.</summary>
    private static async Task SettleAsync(PaiConsoleDb db, AlertEntity alert, AlertSubject subject, DateTimeOffset now, CancellationToken ct)
    {
        if (MoneyOf(alert) == AlertMoney.Spent)
        {
            (alert.SettledNanos, alert.CountsFrom, alert.CountsTo) = (subject.SpentNanos(now), null, null);
            return;
        }
        if (alert.CountsFrom is not { } from)
            return;
        if (alert.RateNanos is { } rate)
        {
            var end = await subject.EndAsync(db, alert, ct) ?? alert.CountsTo ?? now;
            alert.SettledNanos = (alert.SettledNanos ?? 0) + new Money(rate, alert.Currency).ForDuration(end - from).Nanos;
            alert.CountsTo = null;
        }
        alert.CountsFrom = null;
    }
}
