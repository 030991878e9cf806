using System.Globalization;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Jobs;

/// <summary>
/// Keeps the jobs table in step with DLC at a cost that follows what is active or new, never the history: active
/// jobs are read by id, new ones from a cursor over the creation time, finished ones never again.
/// </summary>
internal sealed class JobReconciler(ReconcilerServices services, IDlcApi dlc, PriceDesk prices, JobQueries queries, IOptions<PaiOptions> pai)
    : Reconciler<TrainingJob, JobEntity, JobRow>(services)
{
    private const int PageSize = 100;
    /// <summary>How many pages of history one look reads before it lets the active jobs have a turn again.</summary>
    private const int PagesPerLook = 20;
    /// <summary>Jobs may appear in lists a little after their creation time: read this far back again.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);
    /// <summary>By status every so often: catches an active job that no other way would show.</summary>
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset BeforePai = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private DateTimeOffset? _cursor;
    private DateTimeOffset _sweptAt = DateTimeOffset.MinValue;
    private bool _sweeps;

    public override ResourceKind Kind => ResourceKind.Job;

    protected override void Restore(string? cursor) =>
        _cursor = DateTimeOffset.TryParse(cursor, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    protected override async Task<Look<TrainingJob>> LookAsync(CancellationToken ct)
    {
        var seen = new Dictionary<string, TrainingJob>(StringComparer.Ordinal);
        _sweeps = Services.Clock.UtcNow - _sweptAt >= SweepEvery;
        PaiApiException? failure = null;
        var complete = true;

        void Take(PagedList<Job> pages)
        {
            foreach (var job in pages.Items)
                seen[job.JobId!] = JobTranslator.ToDomain(job);
            complete &= pages.Complete;
            failure ??= pages.Failure;
        }

        if (_sweeps)
        {
            foreach (var status in JobStates.Active.TakeWhile(_ => failure is not { IsCredentialFault: true }))
                Take(await ReadAsync(Query() with { Status = status.ToString(), StartTime = BeforePai }, ct));
        }
        var asked = KnownNow.Keys.Union(Services.Board.Targets(Kind), StringComparer.Ordinal).Where(id => !seen.ContainsKey(id)).ToList();
        foreach (var chunk in asked.Chunk(PageSize).TakeWhile(_ => failure is not { IsCredentialFault: true }))
            Take(await ReadAsync(Query() with { JobIds = chunk, StartTime = BeforePai }, ct));
        var missing = complete ? asked.Where(id => !seen.ContainsKey(id)).ToList() : [];

        var (cursor, more) = complete ? await ReadNewAsync(seen, Take, ct) : (null, false);
        return new Look<TrainingJob>([.. seen.Values], complete, failure, missing, cursor, more);
    }

    /// <summary>
    /// Reads on from the cursor, oldest first: whatever is created meanwhile comes at the end, so that pages do not
    /// shift. The first look of all reads the whole history this way, a stretch at a time.
    /// </summary>
    private async Task<(string? Cursor, bool More)> ReadNewAsync(Dictionary<string, TrainingJob> seen, Action<PagedList<Job>> take, CancellationToken ct)
    {
        var from = _cursor is { } cursor ? cursor - Overlap : BeforePai;
        var newest = _cursor;
        var more = false;
        var before = 0L;
        // Jobs that were created within the overlap are read again each time: a look must come further than that.
        for (var number = 1; number <= PagesPerLook || newest - from <= 2 * Overlap; number++)
        {
            PagedList<Job> page;
            long total;
            try
            {
                var answer = await dlc.ListJobsAsync(
                    Query() with { StartTime = from, SortBy = "GmtCreateTime", Order = "asc", PageNumber = number, PageSize = PageSize }, ct);
                total = answer.TotalCount ?? 0;
                var jobs = (answer.Jobs ?? []).Where(job => job.JobId is not null).ToList();
                var expected = Math.Min(PageSize, Math.Max(0, total - (number - 1) * PageSize));
                // Fewer than a page ago: something was deleted, and what followed has moved to a page that was read already.
                page = new PagedList<Job>(jobs, jobs.Count >= expected && total >= before, null);
                before = total;
            }
            catch (PaiApiException fault)
            {
                page = new PagedList<Job>([], Complete: false, fault);
                total = 0;
            }
            take(page);
            // A truncated page may hide jobs between what it shows: the cursor must not pass them.
            if (!page.Complete)
                break;
            newest = page.Items.Max(job => job.GmtCreateTime) is { } last && (newest is null || last > newest) ? last : newest;
            more = number * PageSize < total;
            if (!more)
                break;
        }
        return newest == _cursor ? (null, more) : (newest!.Value.ToString("O", CultureInfo.InvariantCulture), more);
    }

    protected override void Taken(Look<TrainingJob> look)
    {
        if (look.Cursor is { } cursor)
            Restore(cursor);
        if (_sweeps && look.IsComplete)
            _sweptAt = Services.Clock.UtcNow;
    }

    private ListJobsQuery Query() => new() { WorkspaceId = Wire.Text(pai.Value.WorkspaceId), FromAllWorkspaces = pai.Value.WorkspaceId.Length == 0 ? true : null };

    private Task<PagedList<Job>> ReadAsync(ListJobsQuery query, CancellationToken ct) => Paging.ReadAllAsync<Job>(
        async (number, stop) =>
        {
            var answer = await dlc.ListJobsAsync(query with { SortBy = "GmtCreateTime", Order = "asc", PageNumber = number, PageSize = PageSize }, stop);
            return new Page<Job>(answer.Jobs, answer.TotalCount);
        },
        job => job.JobId, ct);

    protected override string IdOf(TrainingJob observed) => observed.Id;

    protected override long FingerprintOf(TrainingJob observed) => JobTranslator.FingerprintOf(observed);

    protected override bool IsLive(JobEntity row) => !row.IsDeleted && !row.IsTerminal;

    protected override IQueryable<JobEntity> LiveRows(IQueryable<JobEntity> rows) => rows.Where(row => !row.IsDeleted && !row.IsTerminal);

    /// <summary>Answers may overtake each other. And finished is final: who says otherwise must have been modified since.</summary>
    protected override bool IsOutdated(JobEntity known, TrainingJob observed) =>
        observed.ModifiedAt < known.ModifiedAt
        || (known.IsTerminal && !observed.Status.IsTerminal() && !(observed.ModifiedAt > known.ModifiedAt));

    /// <summary>
    /// Lists tell the state but not when the states before it began: GetJob does. It is asked once per change of state, and
    /// not for what ended long ago, whose past follows from the times in the list.
    /// </summary>
    protected override async Task<TrainingJob> CompleteAsync(TrainingJob observed, JobEntity? known, DateTimeOffset now, CancellationToken ct)
    {
        if (observed.History.Count > 0 || (known is not null && known.StatusWord == observed.StatusWord && known.Restarts == observed.Restarts))
            return observed;
        if (known is null && observed.Status.IsTerminal() && now - observed.FinishedAt > LongAgo)
            return observed with { History = JobPast.Of(observed) };
        var history = JobTranslator.ToDomain(await dlc.GetJobAsync(observed.Id, needDetail: true, ct)).History;
        // GetJob may have seen a later state already; that one belongs to the next look.
        var last = history.Count - 1;
        while (last >= 0 && history[last].StatusWord != observed.StatusWord)
            last--;
        return observed with { History = [.. history.Take(last + 1)] };
    }

    protected override void Fill(JobEntity row, TrainingJob observed)
    {
        row.Name = observed.Name;
        row.OwnerId = observed.Owner.Id;
        // GetJob gives the owner's id only.
        row.OwnerName = observed.Owner.Name == observed.Owner.Id && row.OwnerName.Length > 0 ? row.OwnerName : observed.Owner.Name;
        row.WorkspaceId = observed.WorkspaceId;
        row.Type = observed.Type;
        row.Sku = observed.Roles.FirstOrDefault()?.Sku;
        row.Units = (int)Math.Min(observed.Nodes, int.MaxValue);
        row.IsSpot = observed.Roles.Any(role => role.IsSpot);
        row.Restarts = observed.Restarts;
        row.CreatedAt = observed.CreatedAt ?? row.FirstSeenAt;
        row.FinishedAt = observed.FinishedAt;
        row.ModifiedAt = observed.ModifiedAt ?? row.ModifiedAt;
        row.IsTerminal = observed.Status.IsTerminal();
        var mark = ResumeMark.Of(observed.Labels);
        (row.RunId, row.ResumesId, row.ResumeTimes) = (mark.RunId, mark.ResumesId, mark.Times);
        row.AwaitsResume = mark.MayGoOn && Reclaims.Ended(observed);
        row.SweepId = observed.Labels.GetValueOrDefault(JobLabels.Sweep);
        row.SearchText = SearchTexts.Of(observed.Name, observed.Id, observed.Owner.Name, row.Sku, observed.Type);
        Rates.Apply(row, CostRules.RateIfRunning(observed, prices.Book, prices.Region));
    }

    protected override IReadOnlyList<Transition> TransitionsOf(TrainingJob observed, JobEntity row, StateInterval? open, DateTimeOffset now)
    {
        // StatusHistory tells every state with its times, also those that came and went between two looks.
        if (observed.History.Count > 0 && observed.History[^1].StatusWord == observed.StatusWord)
        {
            var entered = observed.History.Where(item => open is null || item.StartedAt > open.From || IsNextAtOnce(item, observed, open)).Select(Enter).ToList();
            // The cloud tells this stretch otherwise than it did before: what it says now is shown.
            return entered.Count == 0 && open?.StatusWord != observed.StatusWord ? [Enter(observed.History[^1])] : entered;
        }
        return open?.StatusWord == observed.StatusWord ? [] : [Enter(new JobTransition(observed.StatusWord, now, null, observed.Reason)) with { IsFromCloud = false }];
    }

    // Two states may begin in the same second, since the cloud's times have no finer grain.
    private static bool IsNextAtOnce(JobTransition item, TrainingJob observed, StateInterval open) =>
        item.StartedAt == open.From && IndexOf(observed, item) > LastIndexOf(observed, open);

    private static int IndexOf(TrainingJob observed, JobTransition item)
    {
        for (var i = 0; i < observed.History.Count; i++)
        {
            if (ReferenceEquals(observed.History[i], item))
                return i;
        }
        return -1;
    }

    private static int LastIndexOf(TrainingJob observed, StateInterval open)
    {
        for (var i = observed.History.Count - 1; i >= 0; i--)
        {
            if (observed.History[i].StartedAt == open.From && observed.History[i].StatusWord == open.StatusWord)
                return i;
        }
        return int.MaxValue;
    }

    private static Transition Enter(JobTransition item)
    {
        var status = JobStates.Parse(item.StatusWord);
        return new Transition(item.StatusWord, status.Phase(), status.IsBilled(), item.StartedAt, item.Reason, IsFromCloud: true);
    }

    protected override async Task<TrainingJob?> FindAsync(string id, CancellationToken ct)
    {
        try
        {
            return JobTranslator.ToDomain(await dlc.GetJobAsync(id, needDetail: true, ct));
        }
        catch (PaiApiException fault) when (fault.IsNotFound)
        {
            return null;
        }
    }

    protected override JobRow ToRow(JobEntity row) => queries.ToRow(row);
}
