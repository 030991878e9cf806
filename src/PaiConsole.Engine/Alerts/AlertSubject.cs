using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Alerts;

/// <summary>One object as an alert tells of it.</summary>
internal abstract class AlertSubject
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string OwnerName { get; init; }
    /// <summary>What it costs per hour while it is billed, in billionths; null where unknown.</summary>
    public long? RateNanos { get; init; }
    public string Currency { get; init; } = "CNY";
    /// <summary>Since when it is billed; null while it is not.</summary>
    public DateTimeOffset? BilledSince { get; init; }
    /// <summary>What its closed stretches cost, in billionths; null where none of them had a price.</summary>
    public long? SettledNanos { get; init; }

    /// <summary>Lets the rules of a topic decide.</summary>
    public abstract AlertDecision Decide(string topic, OpenAlert? open, AlertSettings settings, DateTimeOffset now);

    /// <summary>What the cloud said, as plain text.</summary>
    public abstract string? Detail();

    /// <summary>Up to when waste is known to go on, where that is not up to now.</summary>
    public abstract DateTimeOffset? KnownTo(AlertEntity alert, DateTimeOffset now);

    /// <summary>When the stretch of waste that an alert counts was over; null where nobody can tell better than by the clock.</summary>
    public virtual async Task<DateTimeOffset?> EndAsync(PaiConsoleDb db, AlertEntity alert, CancellationToken ct) => await BillingEnds.AfterAsync(db, alert, ct);

    /// <summary>What it has cost up to an instant, in billionths; null where unknown.</summary>
    public long? SpentNanos(DateTimeOffset now) => (SettledNanos, BilledSince, RateNanos) switch
    {
        (null, _, _) or (_, not null, null) => null,
        ({ } settled, { } since, { } rate) => settled + new Money(rate, Currency).ForDuration(now - since).Nanos,
        ({ } settled, null, _) => settled,
    };
}
