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
                if (Carry(decision, alert, row, topic.Key, now) is { } next)
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
        var (stoppedAfter, stoppedBefore) = (now - SystemDisk.Kept, now - SystemDisk.Kept + settings.DiskWarning);
        var failedAfter = now - FailuresBack;
        return await db.Notebooks.AsNoTracking()
            .Where(row => withAlert.Contains(row.Id)
                || (!row.IsDeleted && ((row.Phase == Phase.Running && row.HasGpu)
                    || (row.Phase == Phase.Failed && row.StatusSince > failedAfter)
                    || (row.Phase == Phase.Stopped && row.StatusSince > stoppedAfter && row.StatusSince <= stoppedBefore))))
            .ToListAsync(ct);
    }

    private NotebookWatch Watch(NotebookEntity row, DateTimeOffset now)
    {
        var use = row.Phase == Phase.Running ? idle.Find(row.Id) : null;
        return new NotebookWatch
        {
            Status = NotebookStates.Parse(row.StatusWord),
            StatusSince = row.BillingSince ?? row.StatusSince,
            HasGpu = row.HasGpu,
            IsGone = row.IsDeleted,
            IsStoppedByItself = row.IdleRuleMinutes is not null || row.ShutdownDueAt is not null || use?.Policies.Count > 0,
            Idle = use?.State ?? default,
            IsIdleKnown = use?.IsKnown(now) == true,
        };
    }

    private static AlertEntity? Carry(AlertDecision decision, AlertEntity? alert, NotebookEntity row, string topic, DateTimeOffset now)
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
                return Tell(alert, decision, row);
            case AlertStep.Clearing:
                alert!.ClearSince = now;
                return alert;
            case AlertStep.Resolve:
                alert!.ResolvedAt = now;
                alert.FinalNanos = Final(alert, row, now);
                return alert;
            default:
                return null;
        }
    }

    private static AlertEntity Tell(AlertEntity alert, AlertDecision decision, NotebookEntity row)
    {
        (alert.RuleId, alert.Severity, alert.ClearSince) = (decision.Rule!.Id, decision.Severity, null);
        (alert.ResourceName, alert.OwnerName) = (row.Name, row.OwnerName);
        (alert.Since, alert.CountsFrom) = (decision.Reading.Since!.Value, decision.Reading.CountsFrom);
        (alert.RateNanos, alert.Currency) = (row.RateNanos, row.Currency);
        alert.Detail = row.Phase == Phase.Failed && Documents.Read<Notebook>(row.Document).Reason is { } reason ? $"{reason.Message} ({reason.Code})" : null;
        return alert;
    }

    private static bool IsTold(AlertEntity alert, AlertDecision decision, NotebookEntity row) =>
        alert.RuleId == decision.Rule!.Id && alert.Severity == decision.Severity && alert.ClearSince is null && alert.Since == decision.Reading.Since && alert.CountsFrom == decision.Reading.CountsFrom
        && alert.RateNanos == row.RateNanos && alert.ResourceName == row.Name && alert.OwnerName == row.OwnerName;

    // Money ends with the running, not with the moment at which the console learns of it.
    private static long? Final(AlertEntity alert, NotebookEntity row, DateTimeOffset now)
    {
        if (alert.CountsFrom is not { } from || alert.RateNanos is not { } rate)
            return null;
        var end = alert.ClearSince ?? (row.BillingSince is null && row.StatusSince < now ? row.StatusSince : now);
        return new Money(rate, alert.Currency).ForDuration(end - from).Nanos;
    }
}
