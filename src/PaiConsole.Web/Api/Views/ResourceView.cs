using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Api.Views;

/// <summary>What every list item says of an object of the cloud.</summary>
public abstract record ResourceView
{
    private protected ResourceView(ResourceRow row, DateTimeOffset now, DateTimeOffset? asOf)
    {
        (Id, Name, Status, Phase, StatusSince) = (row.Id, row.Name, row.StatusWord, row.Phase.ToString(), row.StatusSince);
        (Owner, OwnerId, WorkspaceId, Sku, Units, CreatedAt) = (row.Owner.Name, row.Owner.Id, row.WorkspaceId, row.Sku, row.Units, row.CreatedAt);
        (CostPerHour, RatePerHour) = (MoneyView.From(row.Cost.PerHourNow), MoneyView.From(row.Cost.PerHour));
        (RateIsUpperBound, CostToDate, CostIsLowerBound) = (row.Cost.IsUpperBound, MoneyView.From(row.Cost.ToDate(now)), row.Cost.IsLowerBound);
        (Pending, Revision, AsOf, IsDeleted) = (PendingView.From(row.Pending), row.Revision, asOf, row.IsDeleted);
    }

    /// <summary>The cloud's id; for services the name.</summary>
    public string Id { get; }
    /// <summary>What people call it.</summary>
    public string Name { get; }
    /// <summary>The cloud's own status word. The set is open.</summary>
    public string Status { get; }
    /// <summary>What the status means: Unknown, InTransition, Running, Succeeded, Stopped or Failed.</summary>
    public string Phase { get; }
    /// <summary>Since when it has been in this status.</summary>
    public DateTimeOffset StatusSince { get; }
    /// <summary>Name of the owner, or the id where the cloud gives no name.</summary>
    public string Owner { get; }
    /// <summary>The cloud's id of the owner.</summary>
    public string OwnerId { get; }
    /// <summary>Workspace it belongs to.</summary>
    public string? WorkspaceId { get; }
    /// <summary>ECS instance type; null on a quota.</summary>
    public string? Sku { get; }
    /// <summary>Machines held while it runs.</summary>
    public int Units { get; }
    /// <summary>When the cloud created it.</summary>
    public DateTimeOffset? CreatedAt { get; }
    /// <summary>What it costs per hour now: zero when it does not run, null where the price is unknown.</summary>
    public MoneyView? CostPerHour { get; }
    /// <summary>What it costs per hour while it runs; null where the price is unknown.</summary>
    public MoneyView? RatePerHour { get; }
    /// <summary>The rate is a ceiling: spot is cheaper by an amount that is not known.</summary>
    public bool RateIsUpperBound { get; }
    /// <summary>What its running time has cost so far; null where none of it had a known price.</summary>
    public MoneyView? CostToDate { get; }
    /// <summary>Some running time had no known price: the cost is at least the figure.</summary>
    public bool CostIsLowerBound { get; }
    /// <summary>A command on its way for it, or null.</summary>
    public PendingView? Pending { get; }
    /// <summary>Counts up with every change of this object.</summary>
    public long Revision { get; }
    /// <summary>When the cloud was last read whole, by the cloud's clock.</summary>
    public DateTimeOffset? AsOf { get; }
    /// <summary>The cloud no longer has it; only its history is left.</summary>
    public bool IsDeleted { get; }
}

/// <summary>A command that was asked for and is not settled yet.</summary>
/// <param name="Id">The operation's id.</param>
/// <param name="Kind">Such as <c>notebook.stop</c>.</param>
/// <param name="Status"><c>Requested</c> or <c>Sent</c>.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="RequestedAt">When, by the cloud's clock.</param>
public sealed record PendingView(string Id, string Kind, string Status, string RequestedBy, DateTimeOffset RequestedAt)
{
    internal static PendingView? From(PendingOperation? pending) => pending is null
        ? null
        : new PendingView(pending.Id, pending.Kind, pending.Status.ToString(), pending.RequestedBy, pending.RequestedAt);
}
