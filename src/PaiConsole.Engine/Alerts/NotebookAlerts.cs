using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Alerts;

/// <summary>Notebooks that a rule could concern: what runs, what was stopped long ago, what has failed.</summary>
internal sealed class NotebookAlerts(IdleBook idle) : IAlertKind
{
    // A timer further away than this stops nothing in time.
    private static readonly TimeSpan Weekend = TimeSpan.FromDays(3);
    private static readonly TimeSpan FailuresBack = TimeSpan.FromDays(7);
    private static readonly ILookup<string, IAlertRule<NotebookWatch>> Rules = AlertRules.Notebooks.ToLookup(rule => rule.Topic);

    public ResourceKind Kind => ResourceKind.Notebook;

    public IReadOnlyList<string> Topics { get; } = [.. Rules.Select(topic => topic.Key)];

    public async Task<IReadOnlyList<AlertSubject>> ConcernedAsync(
        PaiConsoleDb db, string[] withAlert, AlertSettings settings, DateTimeOffset now, CancellationToken ct)
    {
        // A change of type renews the status and not the stop: how long it has been stopped, the rule looks at.
        var stoppedBefore = now - SystemDisk.Kept + settings.DiskWarning;
        var stoppedAfter = now - SystemDisk.Kept;
        var failedAfter = now - FailuresBack;
        var rows = await db.Notebooks.AsNoTracking()
            .Where(row => withAlert.Contains(row.Id)
                || (!row.IsDeleted && ((row.BillingSince != null && row.HasGpu)
                    || (row.Phase == Phase.Failed && row.StatusSince > failedAfter)
                    || (row.Phase == Phase.Stopped && (row.HeldUntil ?? row.StatusSince) > stoppedAfter && (row.HeldUntil ?? row.StatusSince) <= stoppedBefore))))
            .ToListAsync(ct);
        return rows.ConvertAll(row => new Subject(row, Watch(row, now))
        {
            Id = row.Id, Name = row.Name, OwnerName = row.OwnerName, RateNanos = row.RateNanos, Currency = row.Currency,
        });
    }

    private NotebookWatch Watch(NotebookEntity row, DateTimeOffset now)
    {
        var use = idle.Find(row.Id, row.HeldSince ?? row.BillingSince);
        return new NotebookWatch
        {
            Status = NotebookStates.Parse(row.StatusWord),
            StatusSince = row.HeldSince ?? row.BillingSince ?? row.StatusSince,
            HeldUntil = row.HeldUntil,
            Sku = row.Sku,
            IdleRuleMinutes = row.IdleRuleMinutes,
            HasGpu = row.HasGpu,
            IsGone = row.IsDeleted,
            IsStoppedByItself = row.IdleRuleMinutes is not null || row.ShutdownDueAt - now < Weekend || use?.Policies?.Count > 0 ? true : use?.Policies is null ? null : false,
            Idle = use?.State ?? default,
            IsIdleKnown = use?.State.IsKnown(now) == true,
        };
    }

    private sealed class Subject(NotebookEntity row, NotebookWatch watch) : AlertSubject
    {
        public override AlertDecision Decide(string topic, OpenAlert? open, AlertSettings settings, DateTimeOffset now) =>
            AlertDesk.Decide(open, [.. Rules[topic]], watch, settings, now);

        public override string? Detail() =>
            row.Phase == Phase.Failed && Documents.Read<Notebook>(row.Document).Reason is { } reason ? $"{reason.Message} ({reason.Code})" : null;

        // Without recent figures nobody knows whether it is still wasted.
        public override DateTimeOffset? KnownTo(AlertEntity alert, DateTimeOffset now) =>
            watch.IsIdleKnown ? null : watch.Idle.JudgedTo ?? alert.CountsTo ?? now;

        public override async Task<DateTimeOffset?> EndAsync(PaiConsoleDb db, AlertEntity alert, CancellationToken ct) =>
            await db.IdleRuns.Where(run => run.ResourceId == alert.ResourceId && run.From == alert.CountsFrom).Select(run => (DateTimeOffset?)run.To).FirstOrDefaultAsync(ct)
            ?? await base.EndAsync(db, alert, ct);
    }
}
