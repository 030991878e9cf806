using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Auditing;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Alerts;

/// <summary>What people do with alerts. Nothing of it reaches the cloud, so it is done at once; it is recorded all the same.</summary>
public sealed class AlertCommands
{
    private static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(30);

    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly AuditLog _audit;
    private readonly ChangeFeed _feed;
    private readonly CloudNow _cloud;

    internal AlertCommands(IDbContextFactory<PaiConsoleDb> databases, AuditLog audit, ChangeFeed feed, CloudNow cloud) =>
        (_databases, _audit, _feed, _cloud) = (databases, audit, feed, cloud);

    /// <summary>Takes note of an open alert: it stays in the list and calls nobody any more, unless it grows worse.</summary>
    public Task<AlertOutcome> AcknowledgeAsync(Actor actor, string id, CancellationToken ct) => ChangeAsync(
        actor, id, "alert.acknowledge", "", alert => (alert.AcknowledgedAt, alert.AcknowledgedBy) = (_cloud.UtcNow, actor.Name), ct);

    /// <summary>Puts an open alert off until an instant of the cloud's clock, at most 30 days ahead.</summary>
    public Task<AlertOutcome> SnoozeAsync(Actor actor, string id, DateTimeOffset until, CancellationToken ct)
    {
        var now = _cloud.UtcNow;
        return until <= now || until > now + LongestSnooze
            ? Task.FromResult(new AlertOutcome(null, Refusal.Invalid, "An alert can be put off by at most 30 days from now."))
            : ChangeAsync(
                actor, id, "alert.snooze", until.ToString("O", CultureInfo.InvariantCulture),
                alert => (alert.SnoozedUntil, alert.SnoozedBy) = (until, actor.Name), ct);
    }

    /// <summary>Takes an alert back that was put off.</summary>
    public Task<AlertOutcome> WakeAsync(Actor actor, string id, CancellationToken ct) => ChangeAsync(
        actor, id, "alert.wake", "", alert => (alert.SnoozedUntil, alert.SnoozedBy) = (null, null), ct);

    private async Task<AlertOutcome> ChangeAsync(Actor actor, string id, string action, string detail, Action<AlertEntity> change, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var alert = await db.Alerts.SingleOrDefaultAsync(row => row.Id == id, ct);
        var refusal = actor.Role < Role.Operator ? Refusal.Forbidden : alert is null ? Refusal.NotFound : alert.ResolvedAt is not null ? Refusal.Conflict : Refusal.None;
        if (refusal == Refusal.None)
            change(alert!);
        var target = alert is null ? id : $"{alert.ResourceName} ({alert.ResourceId}) {alert.RuleId}";
        if (refusal is Refusal.None or Refusal.Forbidden)
            await _audit.SaveWithAsync(db, actor, new AuditLine(action, target, refusal == Refusal.None ? "Accepted" : refusal.ToString(), detail), _cloud.UtcNow, ct);
        if (refusal != Refusal.None)
            return new AlertOutcome(null, refusal, Why(refusal));
        var row = AlertRow.From(alert!);
        _feed.Publish([new FeedChange<AlertRow>(ChangeType.Upsert, row.Id, row)]);
        return new AlertOutcome(row, Refusal.None, null);
    }

    private static string Why(Refusal refusal) => refusal switch
    {
        Refusal.Forbidden => "Your role may look but not change anything.",
        Refusal.NotFound => "There is no such alert.",
        _ => "The alert is closed already.",
    };
}

/// <summary>The answer to a wish about an alert.</summary>
/// <param name="Alert">As it is now, when taken.</param>
/// <param name="Refusal">Why not.</param>
/// <param name="Message">One sentence that says why not.</param>
public sealed record AlertOutcome(AlertRow? Alert, Refusal Refusal, string? Message);
