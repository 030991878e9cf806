using PaiConsole.Domain;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Alerts;

/// <summary>The columns of a job that its alerts look at every few seconds: all but the document, which is large.</summary>
internal sealed record JobSight(
    string Id, string Name, string OwnerName, string StatusWord, Phase Phase, DateTimeOffset StatusSince, DateTimeOffset? FinishedAt, bool IsDeleted,
    DateTimeOffset? BillingSince, long? RateNanos, string Currency, long CostSettledNanos, bool CostIsLowerBound, bool AwaitsResume, long Revision)
{
    /// <summary>Reads them from rows.</summary>
    public static IQueryable<JobSight> Of(IQueryable<JobEntity> rows) => rows.Select(row => new JobSight(
        row.Id, row.Name, row.OwnerName, row.StatusWord, row.Phase, row.StatusSince, row.FinishedAt, row.IsDeleted,
        row.BillingSince, row.RateNanos, row.Currency, row.CostSettledNanos, row.CostIsLowerBound, row.AwaitsResume, row.Revision));
}
