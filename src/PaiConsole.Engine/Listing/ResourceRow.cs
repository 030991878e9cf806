using PaiConsole.Domain;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Engine.Listing;

/// <summary>What a list shows of any observed object.</summary>
public abstract record ResourceRow
{
    /// <summary>The cloud id; for services the name.</summary>
    public required string Id { get; init; }
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }
    /// <summary>What the status means.</summary>
    public required Phase Phase { get; init; }
    /// <summary>The cloud's own status word.</summary>
    public required string StatusWord { get; init; }
    /// <summary>Since when it has been in this status.</summary>
    public required DateTimeOffset StatusSince { get; init; }
    /// <summary>Who owns it.</summary>
    public required Owner Owner { get; init; }
    /// <summary>WorkspaceId.</summary>
    public string? WorkspaceId { get; init; }
    /// <summary>ECS instance type, or null on a quota.</summary>
    public string? Sku { get; init; }
    /// <summary>Machines held when running.</summary>
    public int Units { get; init; }
    /// <summary>When the cloud created it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
    /// <summary>What it costs.</summary>
    public required RunningCost Cost { get; init; }
    /// <summary>A command that is on its way for it, or null.</summary>
    public PendingOperation? Pending { get; init; }
    /// <summary>Counts up with every change; a row with a lower revision is older.</summary>
    public required long Revision { get; init; }
    /// <summary>The cloud no longer has it.</summary>
    public bool IsDeleted { get; init; }
}

/// <summary>The cost of an object as a rate and a running total. Only running time costs.</summary>
/// <param name="PerHour">What it costs per hour while it runs; null where the price is unknown.</param>
/// <param name="IsUpperBound">The rate is a ceiling: spot is cheaper by an amount that is not known.</param>
/// <param name="Settled">Cost of the closed running intervals.</param>
/// <param name="RunningSince">Start of the open running interval; null when nothing is billed now.</param>
/// <param name="IsLowerBound">Some running time had no known price: the total is at least this.</param>
public sealed record RunningCost(Money? PerHour, bool IsUpperBound, Money Settled, DateTimeOffset? RunningSince, bool IsLowerBound)
{
    /// <summary>What it costs per hour right now: nothing known when unpriced, zero when it does not run.</summary>
    public Money? PerHourNow => RunningSince is null ? Nothing : PerHour;

    /// <summary>Zero, in its currency.</summary>
    public Money Nothing => Settled with { Nanos = 0 };

    /// <summary>Cost up to an instant of the cloud's clock; null when no running time had a known price.</summary>
    public Money? ToDate(DateTimeOffset now)
    {
        if (RunningSince is not { } since)
            return IsLowerBound && Settled.Nanos == 0 ? null : Settled;
        if (PerHour is not { } rate)
            return Settled.Nanos == 0 ? null : Settled;
        return Settled + rate.ForDuration(now - since);
    }
}

/// <summary>A command that was asked for and is not settled yet.</summary>
/// <param name="Id">The operation's id.</param>
/// <param name="Kind">A word of <see cref="OperationKind"/>.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="RequestedAt">When, cloud time.</param>
/// <param name="Stage">Which of its calls is on its way, from 0.</param>
public sealed record PendingOperation(string Id, string Kind, OperationStatus Status, string RequestedBy, DateTimeOffset RequestedAt, int Stage = 0);
