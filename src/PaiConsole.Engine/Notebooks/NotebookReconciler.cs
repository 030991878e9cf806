using PaiConsole.Cloud;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Domain;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;
using Microsoft.Extensions.Options;

namespace PaiConsole.Engine.Notebooks;

/// <summary>Keeps the notebooks table in step with DSW: all instances are listed, since there are few.</summary>
internal sealed class NotebookReconciler(ReconcilerServices services, IDswApi dsw, PriceDesk prices, NotebookQueries queries, IOptions<PaiOptions> pai)
    : Reconciler<Notebook, NotebookEntity, NotebookRow>(services)
{
    private const int PageSize = 100;

    public override ResourceKind Kind => ResourceKind.Notebook;

    protected override async Task<Look<Notebook>> LookAsync(CancellationToken ct)
    {
        var pages = await Paging.ReadAllAsync<Notebook>(
            async (number, stop) =>
            {
                var answer = await dsw.ListInstancesAsync(
                    new ListInstancesQuery
                    {
                        PageNumber = number, PageSize = PageSize, SortBy = "GmtCreateTime", Order = "ASC",
                        WorkspaceId = Wire.Text(pai.Value.WorkspaceId),
                    },
                    stop);
                // Translated page by page: what came over the wire need not outlive its page.
                return new Page<Notebook>([.. (answer.Instances ?? []).OfType<Instance>().Select(NotebookTranslator.ToDomain)], answer.TotalCount);
            },
            notebook => notebook.Id, ct);
        var notebooks = pages.Items;
        return new Look<Notebook>(notebooks, pages.Complete, pages.Failure, pages.Complete ? MissingFrom(notebooks) : []);
    }

    private List<string> MissingFrom(IReadOnlyList<Notebook> seen)
    {
        if (KnownNow.Count == 0)
            return [];
        var ids = seen.Select(notebook => notebook.Id).ToHashSet(StringComparer.Ordinal);
        return [.. KnownNow.Keys.Where(id => !ids.Contains(id))];
    }

    protected override string IdOf(Notebook observed) => observed.Id;

    protected override long FingerprintOf(Notebook observed) => NotebookTranslator.FingerprintOf(observed);

    protected override void Fill(NotebookEntity row, Notebook observed)
    {
        row.Name = observed.Name;
        row.OwnerId = observed.Owner.Id;
        row.OwnerName = observed.Owner.Name;
        row.WorkspaceId = observed.WorkspaceId;
        row.Sku = observed.Sku;
        row.Units = 1;
        row.HasGpu = observed.HasGpu;
        row.CreatedAt = observed.CreatedAt ?? row.FirstSeenAt;
        row.IdleMinutes = observed.IdleMinutes;
        row.IdleRuleMinutes = observed.IdleRule?.Minutes;
        row.ShutdownDueAt = observed.ShutdownDueAt;
        row.SearchText = SearchTexts.Of(observed.Name, observed.Id, observed.Owner.Name, observed.Sku, observed.Image);
        Rates.Apply(row, CostRules.RateIfRunning(observed, prices.Book, prices.Region));
    }

    protected override IReadOnlyList<Transition> TransitionsOf(Notebook observed, NotebookEntity row, StateInterval? open, DateTimeOffset now)
    {
        if (open is not null && open.StatusWord == observed.StatusWord && open.Sku == row.Sku)
            return [];
        // DSW has no time of the last state change in lists; the last modification is that time when it falls after
        // the state before. Otherwise it is when the console noticed.
        var at = observed.ModifiedAt is { } modified && modified <= now && (open is null || modified > open.From) ? modified : now;
        var wasHeld = open is { IsBilled: true };
        if (wasHeld && !observed.Status.IsBilled())
            row.HeldUntil = at;
        row.HeldSince = !observed.Status.IsBilled() ? null : wasHeld && row.HeldSince is not null ? row.HeldSince : at;
        return
        [
            new Transition(observed.StatusWord, observed.Status.Phase(), observed.Status.IsBilled(), at, observed.Reason, IsFromCloud: at != now),
        ];
    }

    /// <summary>What ran before the console first looked is known as a sum only; it is priced at today's instance type.</summary>
    protected override void FirstSight(NotebookEntity row, Notebook observed, DateTimeOffset now)
    {
        var open = row.BillingSince is { } since ? now - since : TimeSpan.Zero;
        var before = observed.Accumulated - open;
        if (before < TimeSpan.Zero && row.BillingSince is not null)
        {
            // It ran for less than the time since its last modification: billing began later than that.
            row.BillingSince = row.HeldSince = now - observed.Accumulated;
            return;
        }
        if (row.RateNanos is { } rate)
            row.CostSettledNanos = new Money(rate, row.Currency).ForDuration(before).Nanos;
        else if (before > TimeSpan.Zero)
            row.CostIsLowerBound = true;
    }

    protected override async Task<Notebook?> FindAsync(string id, CancellationToken ct)
    {
        try
        {
            return NotebookTranslator.ToDomain(await dsw.GetInstanceAsync(id, ct));
        }
        catch (PaiApiException fault) when (fault.IsNotFound)
        {
            return null;
        }
    }

    protected override NotebookRow ToRow(NotebookEntity row) => queries.ToRow(row);
}
