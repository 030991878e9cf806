using PaiConsole.Domain.Alerts;

namespace PaiConsole.Engine.Persistence.Entities;

/// <summary>An alert, from its opening to its end. The watch writes all of it but acknowledging and snoozing, which people do.</summary>
internal sealed class AlertEntity
{
    /// <summary>Sorts by time.</summary>
    public string Id { get; set; } = "";
    public string Topic { get; set; } = "";
    public string RuleId { get; set; } = "";
    public AlertSeverity Severity { get; set; }
    public ResourceKind Kind { get; set; }
    public string ResourceId { get; set; } = "";
    public string ResourceName { get; set; } = "";
    public string OwnerName { get; set; } = "";
    /// <summary>Since when the condition of the rule that speaks holds.</summary>
    public DateTimeOffset Since { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    /// <summary>Since when it no longer holds; null while it does.</summary>
    public DateTimeOffset? ClearSince { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    /// <summary>From when on money is wasted; null where none is.</summary>
    public DateTimeOffset? CountsFrom { get; set; }
    public long? RateNanos { get; set; }
    public string Currency { get; set; } = "CNY";
    /// <summary>Up to when it is known to be wasted, where that is not up to now.</summary>
    public DateTimeOffset? CountsTo { get; set; }
    /// <summary>What was wasted in stretches that are over, in billionths; null where there was none, or the price is unknown.</summary>
    public long? SettledNanos { get; set; }
    /// <summary>What the cloud said, such as the reason of a failure.</summary>
    public string? Detail { get; set; }
    public DateTimeOffset? AcknowledgedAt { get; set; }
    public string? AcknowledgedBy { get; set; }
    public DateTimeOffset? SnoozedUntil { get; set; }
    public string? SnoozedBy { get; set; }
}
