using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Jobs.Failures;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Alerts;

/// <summary>An alert as it is shown.</summary>
public sealed record AlertRow
{
    /// <summary>Sorts by time.</summary>
    public required string Id { get; init; }
    /// <summary>What it is about: a word of <see cref="AlertTopics"/>.</summary>
    public required string Topic { get; init; }
    /// <summary>The rule that speaks.</summary>
    public required string RuleId { get; init; }
    /// <summary>How much it matters.</summary>
    public required AlertSeverity Severity { get; init; }
    /// <summary>What its button does.</summary>
    public required AlertFix Fix { get; init; }
    /// <summary>The kind of its object.</summary>
    public required ResourceKind Kind { get; init; }
    /// <summary>Its object.</summary>
    public required string ResourceId { get; init; }
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }
    /// <summary>Whose it is.</summary>
    public required string Owner { get; init; }
    /// <summary>Since when the condition holds.</summary>
    public required DateTimeOffset Since { get; init; }
    /// <summary>When it opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>Since when the condition is over while the alert waits for that to last.</summary>
    public DateTimeOffset? ClearSince { get; init; }
    /// <summary>When it closed.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }
    /// <summary>From when on money is wasted.</summary>
    public DateTimeOffset? CountsFrom { get; init; }
    /// <summary>What the object costs per hour; null where unknown.</summary>
    public Money? PerHour { get; init; }
    /// <summary>Up to when it is known to be wasted, where that is not up to now.</summary>
    public DateTimeOffset? CountsTo { get; init; }
    /// <summary>What was wasted in stretches that are over; null where there was none, or the price is unknown.</summary>
    public Money? Settled { get; init; }
    /// <summary>What the cloud said, as plain text.</summary>
    public string? Detail { get; init; }
    /// <summary>When somebody took note.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }
    /// <summary>Who.</summary>
    public string? AcknowledgedBy { get; init; }
    /// <summary>Nobody is reminded before then.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }
    /// <summary>Who put it off.</summary>
    public string? SnoozedBy { get; init; }

    /// <summary>It is open and nobody has put it off or taken note.</summary>
    public bool Calls(DateTimeOffset now) => ResolvedAt is null && AcknowledgedAt is null && !(SnoozedUntil > now);

    /// <summary>What brought a job down, as far as the cloud's words tell; null for any other alert.</summary>
    public FailureCause? Cause { get; init; }

    /// <summary>Which money it tells.</summary>
    public AlertMoney Tells => AlertRules.Find(RuleId)?.Money ?? AlertMoney.Wasted;

    /// <summary>What it has wasted so far, or what its object has cost; null where no money is told, or the price is unknown.</summary>
    public Money? Wasted(DateTimeOffset now)
    {
        if (ResolvedAt is not null || CountsFrom is not { } from)
            return Settled;
        return PerHour?.ForDuration((CountsTo ?? now) - from) is { } open && Settled is { } before && before.Currency == open.Currency ? open + before
            : PerHour?.ForDuration((CountsTo ?? now) - from);
    }

    internal static AlertRow From(AlertEntity alert)
    {
        FailureCause? cause = alert.RuleId == AlertRules.JobFailed ? FailureCauses.Of(alert.Detail) : null;
        // What may go well the next time is worth another try as it is.
        var fix = cause is { } known && FailureCauses.IsPassing(known) ? AlertFix.Resume : AlertRules.Find(alert.RuleId)?.Fix ?? AlertFix.Open;
        return new AlertRow
        {
            Id = alert.Id, Topic = alert.Topic, RuleId = alert.RuleId, Severity = alert.Severity, Kind = alert.Kind, ResourceId = alert.ResourceId,
            Fix = fix, Cause = cause,
            Name = alert.ResourceName, Owner = alert.OwnerName, Since = alert.Since, OpenedAt = alert.OpenedAt, ClearSince = alert.ClearSince,
            ResolvedAt = alert.ResolvedAt, CountsFrom = alert.CountsFrom, PerHour = alert.RateNanos is { } rate ? new Money(rate, alert.Currency) : null,
            CountsTo = alert.CountsTo, Settled = alert.SettledNanos is { } settled ? new Money(settled, alert.Currency) : null, Detail = alert.Detail,
            AcknowledgedAt = alert.AcknowledgedAt, AcknowledgedBy = alert.AcknowledgedBy, SnoozedUntil = alert.SnoozedUntil, SnoozedBy = alert.SnoozedBy,
        };
    }
}
