using PaiConsole.Domain;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Syncing;

/// <summary>
/// Keeps an object's state intervals and running cost while it moves from state to state. An interval keeps
/// the rate it began with: a later price never rewrites the past.
/// </summary>
internal static class StateBook
{
    /// <summary>Enters a state: closes the open interval, settles what it cost, opens the next.</summary>
    /// <param name="row">The object; its cost, status and interval number are moved on.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="historyId">The cloud id under which its intervals are kept.</param>
    /// <param name="open">The interval that is open so far, or null.</param>
    /// <param name="next">The state that it enters.</param>
    /// <param name="rateNanos">What the whole object costs per hour in the new state when it is billed; null where unknown.</param>
    /// <param name="written">Receives every interval that has to be written.</param>
    /// <returns>The interval that is open now.</returns>
    public static StateInterval Enter(
        ResourceEntity row, ResourceKind kind, string historyId, StateInterval? open, Transition next, long? rateNanos, List<StateInterval> written)
    {
        if (open is not null)
            Close(row, open, next.At, written);

        row.IntervalSeq++;
        row.StatusWord = next.StatusWord;
        row.Phase = next.Phase;
        row.StatusSince = next.At;
        row.BillingSince = next.IsBilled ? next.At : null;
        var interval = new StateInterval
        {
            Kind = kind,
            ResourceId = historyId,
            Seq = row.IntervalSeq,
            StatusWord = next.StatusWord,
            Phase = next.Phase,
            From = next.At,
            IsBilled = next.IsBilled,
            Sku = row.Sku,
            Units = row.Units,
            RateNanos = rateNanos,
            Currency = row.Currency,
            ReasonCode = next.Reason?.Code,
            ReasonMessage = next.Reason?.Message,
            IsFromCloud = next.IsFromCloud,
        };
        written.Add(interval);
        return interval;
    }

    /// <summary>Ends the open interval and settles its cost. An end before the start counts as no time at all.</summary>
    public static void Close(ResourceEntity row, StateInterval open, DateTimeOffset at, List<StateInterval> written)
    {
        open.To = at < open.From ? open.From : at;
        // One that was entered a moment ago for the same object is there already, as the last.
        if (written.Count == 0 || !ReferenceEquals(written[^1], open))
            written.Add(open);
        if (open.IsBilled)
        {
            if (open.RateNanos is { } rate)
                row.CostSettledNanos += new Money(rate, open.Currency).ForDuration(open.To.Value - open.From).Nanos;
            else if (open.To > open.From)
                row.CostIsLowerBound = true;
        }
        row.BillingSince = null;
    }
}
