using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Notebooks.Idleness;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Notebooks;

/// <summary>
/// Judges from their figures whether the notebooks that run are used (DSW GetInstanceMetrics): the cloud counts idle minutes only
/// for those that have a rule, and the dear ones are those without. Two calls per running notebook in five minutes of
/// cloud time, and one per workspace for what else stops them (QueryAutoShutdownPolicies).
/// </summary>
internal sealed class IdleWatch(
    IDswApi dsw, UseFigures figures, IdleBook book, NotebookQueries queries, IDbContextFactory<PaiConsoleDb> databases,
    ICloudClock clock, SyncHealth health, ChangeFeed feed) : ISync
{
    public const string SyncKey = "Idle";
    private static readonly TimeSpan AskEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(2);
    // Words in the reason of a stop by an idle rule or a policy; the set is not documented.
    private static readonly string[] ByItself = ["Idle", "AutoShutdown"];
    private const int MostPerQuestion = 100;
    private static readonly TimeSpan FarthestBack = TimeSpan.FromDays(7);

    private bool _restored;

    public string Key => SyncKey;

    // After a start the notebooks may not be there yet, and somebody may wait for a first verdict.
    public bool IsRestless => book.All.Count == 0;

    public async Task<SyncResult> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!_restored)
            await RestoreAsync(db, ct);
        var running = await db.Notebooks.AsNoTracking().Where(row => !row.IsDeleted && row.BillingSince != null).ToListAsync(ct);
        var now = clock.UtcNow;

        var plan = new Plan([], [], []);
        PaiApiException? failure = null;
        var unended = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in book.All.Where(use => running.Find(row => row.Id == use.Id) is not { } row || Held(row) != use.SessionFrom))
        {
            if (await TryAsync(() => EndAsync(db, use, plan, ct)) is not { } fault)
                continue;
            failure = fault;
            unended.Add(use.Id);
        }
        foreach (var row in running)
        {
            if (failure is { IsCredentialFault: true } or { IsThrottling: true })
                break;
            // What is left of the session before is judged first, or it would be lost.
            if (unended.Contains(row.Id))
                continue;
            var use = Session(row);
            if (use.AskedAt is not { } asked || now - asked >= AskEvery)
                failure = await TryAsync(() => LookAsync(row, use, plan, now, ct)) ?? failure;
        }
        if (plan.Uses.Count > 0)
            failure = await TryAsync(() => AskPoliciesAsync(running, plan, now, ct)) ?? failure;
        await KeepAsync(db, plan, ct);
        await TellAsync(plan, ct);
        if (failure is null)
            health.Good(Key, now);
        else
            health.Bad(Key, $"{failure.Code}: {failure.CloudMessage}");
        return new SyncResult(failure is null, plan.Uses.Count, RetryAfter: failure?.RetryAfter, Refused: SyncResult.IsRefusal(failure));
    }

    private SessionUse Session(NotebookEntity row) => book.Find(row.Id, Held(row)) ?? new SessionUse(row.Id, Held(row), IdleState.Fresh, null);

    // Saving an image or recovering from a fault is billed on, and one session with what came before.
    private static DateTimeOffset Held(NotebookEntity row) => row.HeldSince ?? row.BillingSince!.Value;

    /// <summary>What else stops those that were just looked at: at most 100 of one workspace in a call.</summary>
    private async Task AskPoliciesAsync(List<NotebookEntity> running, Plan plan, DateTimeOffset now, CancellationToken ct)
    {
        var workspaces = running.ToDictionary(row => row.Id, row => row.WorkspaceId, StringComparer.Ordinal);
        foreach (var some in plan.Uses.Select(use => use.Id).GroupBy(id => workspaces.GetValueOrDefault(id)).SelectMany(group => group.Chunk(MostPerQuestion)).ToList())
        {
            var answer = await dsw.QueryAutoShutdownPoliciesAsync(new InstanceBatchRequest { InstanceIds = some }, ct);
            foreach (var policy in answer.AutoShutdownPolicies ?? [])
            {
                if (plan.Uses.FindIndex(use => use.Id == policy.InstanceId) is >= 0 and var at)
                    // Its own rule is told with the instance, and sooner.
                    plan.Uses[at] = plan.Uses[at] with { Policies = [.. (policy.Conditions ?? []).Where(condition => condition.SourceType != "User").Select(condition => NotebookTranslator.ToDomain(condition, now))] };
            }
        }
    }

    private async Task LookAsync(NotebookEntity row, SessionUse use, Plan plan, DateTimeOffset now, CancellationToken ct)
    {
        var notebook = Documents.Read<Notebook>(row.Document);
        var (ended, state) = await JudgeAsync(use, notebook, row.HasGpu, now, ct);
        plan.Runs.AddRange(ended.Select(run => Run(use.Id, run, notebook, byRule: false)));
        plan.Uses.Add(use with { State = state, AskedAt = now });
    }

    /// <summary>Its session is over: what was not judged yet of it, and the idle run that the stop ended.</summary>
    private async Task EndAsync(PaiConsoleDb db, SessionUse use, Plan plan, CancellationToken ct)
    {
        if (await db.Notebooks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == use.Id, ct) is { } row)
        {
            var notebook = Documents.Read<Notebook>(row.Document);
            var end = await db.Intervals.AsNoTracking()
                .Where(interval => interval.Kind == ResourceKind.Notebook && interval.ResourceId == use.Id && interval.IsBilled && interval.From >= use.SessionFrom
                    && interval.To != null && (row.HeldSince == null || interval.To <= row.HeldSince))
                .MaxAsync(interval => interval.To, ct) ?? row.HeldUntil ?? row.StatusSince;
            var (ended, state) = row.IsDeleted ? ([], use.State) : await JudgeAsync(use, notebook, row.HasGpu, end, ct);
            plan.Runs.AddRange(ended.Select(run => Run(use.Id, run, notebook, byRule: false)));
            if (state is { Since: { } since, JudgedTo: { } last })
            {
                var known = end - last <= IdleState.Patience ? end : last;
                plan.Runs.Add(Run(use.Id, new IdleRun(since, known, IdleEnd.Stopped), notebook, !row.IsDeleted && await IsByRuleAsync(use.Id, end, ct)));
            }
        }
        plan.Ended.Add(use.Id);
    }

    // Only the cloud knows who stopped it, and says so in its own history: nobody is credited with a stop on suspicion.
    private async Task<bool> IsByRuleAsync(string id, DateTimeOffset end, CancellationToken ct)
    {
        GetLifecycleAnswer sessions;
        try
        {
            sessions = await dsw.GetLifecycleAsync(id, new GetLifecycleQuery { StartTime = end - UseFigures.Fine, Limit = 5, Order = "DESC" }, ct);
        }
        catch (PaiApiException fault) when (fault is { IsThrottling: false, IsCredentialFault: false, Certainty: not Certainty.Unknown } && fault.Code != PaiErrorCodes.ConnectionFailed)
        {
            // A key that may not read the history must not keep the next session from being judged.
            return false;
        }
        return (sessions.Lifecycle ?? []).SelectMany(session => session)
            .Any(step => step.GmtCreateTime is { } at && (at - end).Duration() <= Near && step.ReasonCode is { } reason
                && ByItself.Any(word => reason.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task<(IReadOnlyList<IdleRun> Ended, IdleState Now)> JudgeAsync(
        SessionUse use, Notebook notebook, bool hasGpu, DateTimeOffset to, CancellationToken ct)
    {
        var from = use.State.JudgedTo ?? (to - use.SessionFrom > FarthestBack ? to - FarthestBack : use.SessionFrom);
        if (from >= to)
            return ([], use.State);
        var (ended, state) = Judge(use.State, notebook, hasGpu, await figures.ReadAsync(use.Id, hasGpu, from, to, ct), UseFigures.Step(to - from));
        if (UseFigures.Step(to - from) <= UseFigures.Fine)
            return (ended, state);
        // A long span comes in coarse steps. When its last idle run began, and how things stand now, is worth another question each.
        if (state.Since is { } since && since > from)
        {
            var start = Judge(
                IdleState.Fresh, notebook, hasGpu, await figures.ReadAsync(use.Id, hasGpu, since - UseFigures.Step(to - from), since, ct), UseFigures.Step(UseFigures.Step(to - from))).Now;
            state = start.Since is { } earlier && since - start.JudgedTo <= UseFigures.Fine ? state with { Since = earlier } : state;
        }
        if (state.JudgedTo is { } last && to > last)
        {
            var (more, now) = Judge(state, notebook, hasGpu, await figures.ReadAsync(use.Id, hasGpu, last, to, ct), UseFigures.Step(to - last));
            return ([.. ended, .. more], now);
        }
        return (ended, state);
    }

    private static (IReadOnlyList<IdleRun> Ended, IdleState Now) Judge(IdleState before, Notebook notebook, bool hasGpu, IEnumerable<UseSample> samples, TimeSpan step) =>
        IdleJudge.Continue(
            before, samples, hasGpu, IdleThresholds.Of(notebook.IdleRule?.CpuPercent, notebook.IdleRule?.GpuPercent),
            3 * step > IdleState.Patience ? 3 * step : IdleState.Patience);

    private static IdleRunEntity Run(string id, IdleRun run, Notebook notebook, bool byRule) => new()
    {
        ResourceId = id, From = run.From, To = run.To, End = run.End, RuleMinutes = notebook.IdleRule?.Minutes, StoppedByRule = byRule,
    };

    private static async Task<PaiApiException?> TryAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return null;
        }
        catch (PaiApiException fault)
        {
            // One that cannot be asked keeps what was judged of it, and its figures grow old.
            return fault;
        }
    }

    private static async Task KeepAsync(PaiConsoleDb db, Plan plan, CancellationToken ct)
    {
        if (plan.IsEmpty)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using (var uses = await RowWriter<NotebookUseEntity>.CreateAsync(db, ct))
        {
            foreach (var use in plan.Uses)
                await uses.WriteAsync(Entity(use), ct);
        }
        await using (var runs = await RowWriter<IdleRunEntity>.CreateAsync(db, ct))
        {
            foreach (var run in plan.Runs)
                await runs.WriteAsync(run, ct);
        }
        var gone = plan.Ended.Except(plan.Uses.Select(use => use.Id), StringComparer.Ordinal).ToArray();
        if (gone.Length > 0)
            await db.NotebookUse.Where(use => gone.Contains(use.Id)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task TellAsync(Plan plan, CancellationToken ct)
    {
        var changed = new List<string>(plan.Ended);
        foreach (var id in plan.Ended)
            book.Remove(id);
        foreach (var use in plan.Uses)
        {
            book.Put(use);
            changed.Add(use.Id);
        }
        if (feed.Watchers<NotebookRow>() == 0)
            return;
        var rows = await queries.RowsAsync(changed, ct);
        feed.Publish([.. rows.Values.Where(row => !row.IsDeleted).Select(row => new FeedChange<NotebookRow>(ChangeType.Upsert, row.Id, row))]);
    }

    private async Task RestoreAsync(PaiConsoleDb db, CancellationToken ct)
    {
        foreach (var use in await db.NotebookUse.AsNoTracking().ToListAsync(ct))
        {
            book.Put(new SessionUse(
                use.Id, use.SessionFrom, new IdleState(use.IdleSince, use.JudgedTo, use.CpuPercent, use.GpuPercent),
                use.Policies is null ? null : Documents.Read<List<AutoStop>>(use.Policies)));
        }
        _restored = true;
    }

    private static NotebookUseEntity Entity(SessionUse use) => new()
    {
        Id = use.Id, SessionFrom = use.SessionFrom, IdleSince = use.State.Since, JudgedTo = use.State.JudgedTo,
        CpuPercent = use.State.Cpu, GpuPercent = use.State.Gpu, Policies = use.Policies is null ? null : JsonSerializer.Serialize(use.Policies, Documents.Options),
    };

    private sealed record Plan(List<SessionUse> Uses, List<IdleRunEntity> Runs, List<string> Ended)
    {
        public bool IsEmpty => Uses.Count == 0 && Runs.Count == 0 && Ended.Count == 0;
    }
}
