using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Alerts;

/// <summary>When billing ended, from the state intervals.</summary>
internal static class BillingEnds
{
    /// <summary>The end of billing after the waste of an alert began; null while it is billed on.</summary>
    public static Task<DateTimeOffset?> AfterAsync(PaiConsoleDb db, AlertEntity alert, CancellationToken ct) => db.Intervals
        .Where(row => row.Kind == alert.Kind && row.ResourceId == alert.ResourceId && row.IsBilled && row.To != null && row.To > alert.CountsFrom)
        .MaxAsync(row => row.To, ct);
}
