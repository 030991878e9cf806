namespace PaiConsole.Engine.Persistence.Entities;

/// <summary>
/// One stretch of time in one state: the history that explains how an object got here, and that is billed.
/// Key: kind, cloud id and a number that counts up, so that writing it twice changes nothing.
/// </summary>
internal sealed class StateInterval
{
    public ResourceKind Kind { get; set; }
    /// <summary>The cloud's id; for services the ServiceId, so that a recreated name starts afresh.</summary>
    public string ResourceId { get; set; } = "";
    public int Seq { get; set; }
    public string StatusWord { get; set; } = "";
    public Domain.Phase Phase { get; set; }
    public DateTimeOffset From { get; set; }
    public DateTimeOffset? To { get; set; }
    /// <summary>Machines are held and billed in this state.</summary>
    public bool IsBilled { get; set; }
    public string? Sku { get; set; }
    public int Units { get; set; }
    /// <summary>Rate of the whole object per hour at the time, in billionths; null where unknown.</summary>
    public long? RateNanos { get; set; }
    public string Currency { get; set; } = "CNY";
    public string? ReasonCode { get; set; }
    public string? ReasonMessage { get; set; }
    /// <summary>The cloud stated the times (StatusHistory); otherwise they are when the console first saw the state.</summary>
    public bool IsFromCloud { get; set; }

    /// <summary>A copy to close while the one before stays as it was written.</summary>
    public StateInterval Copy() => (StateInterval)MemberwiseClone();
}
