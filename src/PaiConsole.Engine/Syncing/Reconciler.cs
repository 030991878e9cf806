using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Cloud;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Syncing;

/// <summary>
/// The level-triggered loop for one kind of object: look, compare with the picture in memory, write what
/// changed in one transaction, then tell. The only writer of observed state.
/// </summary>
internal abstract class Reconciler<TObject, TEntity, TRow>(ReconcilerServices services) : ISync
    where TObject : class
    where TEntity : ResourceEntity, new()
    where TRow : ResourceRow
{
    private Dictionary<string, KnownObject<TEntity>>? _known;

    public string Key => Kind.ToString();

    public abstract ResourceKind Kind { get; }

    public bool IsRestless =>
        services.Feed.Watchers<TRow>() > 0 || services.Board.HasUnsettled(Kind)
        || _known is null || _known.Values.Any(known => known.Row.Phase == Domain.Phase.InTransition);

    protected ReconcilerServices Services => services;

    /// <summary>The live objects as last written, by id.</summary>
    protected IReadOnlyDictionary<string, KnownObject<TEntity>> KnownNow => _known ?? [];

    protected abstract Task<Look<TObject>> LookAsync(CancellationToken ct);
    protected abstract string IdOf(TObject observed);
    protected abstract long FingerprintOf(TObject observed);
    /// <summary>Copies the observation into the columns that lists use; also the rate.</summary>
    protected abstract void Fill(TEntity row, TObject observed);
    /// <summary>The states entered since the open interval, oldest first; empty when only details changed.</summary>
    protected abstract IReadOnlyList<Transition> TransitionsOf(TObject observed, TEntity row, StateInterval? open, DateTimeOffset now);
    /// <summary>Asks for one object by name: null when the cloud says it does not exist.</summary>
    protected abstract Task<TObject?> FindAsync(string id, CancellationToken ct);
    protected abstract TRow ToRow(TEntity row);

    protected virtual string HistoryIdOf(TEntity row) => row.Id;
    protected virtual bool IsLive(TEntity row) => !row.IsDeleted;
    protected virtual IQueryable<TEntity> LiveRows(IQueryable<TEntity> rows) => rows.Where(row => !row.IsDeleted);
    /// <summary>True when an answer is older than what is known already, such as Running after Succeeded.</summary>
    protected virtual bool IsOutdated(TEntity known, TObject observed) => false;
    /// <summary>Adds to a changed object what lists leave out, such as the times of its states.</summary>
    /// <exception cref="PaiApiException">It cannot be had now: the object waits for the next look.</exception>
    protected virtual Task<TObject> CompleteAsync(TObject observed, TEntity? known, DateTimeOffset now, CancellationToken ct) => Task.FromResult(observed);
    /// <summary>What the look saw is in the database: only now may the next one begin where it ended.</summary>
    protected virtual void Taken(Look<TObject> look) { }
    /// <summary>What is known of money before the console first saw it.</summary>
    protected virtual void FirstSight(TEntity row, TObject observed, DateTimeOffset now) { }

    public async Task<SyncResult> RunAsync(CancellationToken ct)
    {
        var known = await LoadAsync(ct);
        var look = await LookAsync(ct);
        var now = services.Clock.UtcNow;

        var plan = new SyncPlan<TEntity>();
        if (await CompareAsync(look.Items, known, plan, now, ct) is { } unread)
            // The cursor must not pass an object that could not be taken in.
            look = look with { IsComplete = false, Failure = look.Failure ?? unread, Cursor = null };
        var confirmed = await ConfirmMissingAsync(MissingFrom(look), known, plan, now, ct);
        var settled = await services.Settler.JudgeAsync(Kind, id => Observed(id, plan, known), look.IsComplete, now, ct);

        var ok = look.IsComplete && confirmed;
        if (!plan.IsEmpty || settled.Count > 0 || look.Cursor is not null)
            await CommitAsync(plan, settled, look.Cursor, ok ? now : null, ct);
        Remember(plan, known);
        Taken(look);
        Tell(plan, settled);

        if (ok)
            services.Health.Good(Key, now);
        else
            services.Health.Bad(Key, Describe(look.Failure));
        return new SyncResult(ok, plan.Rows.Count, look.More, look.Failure?.RetryAfter);
    }

    /// <summary>What should have been there, and what an operation waits for: it may have gone before the operation was answered.</summary>
    private IEnumerable<string> MissingFrom(Look<TObject> look) => look.IsComplete
        ? look.Missing.Union(services.Board.Targets(Kind).Except(look.Items.Select(IdOf), StringComparer.Ordinal), StringComparer.Ordinal)
        : [];

    /// <summary>Takes in what changed; returns why some of it could not be, or null.</summary>
    private async Task<PaiApiException?> CompareAsync(
        IReadOnlyList<TObject> items, Dictionary<string, KnownObject<TEntity>> known, SyncPlan<TEntity> plan, DateTimeOffset now, CancellationToken ct)
    {
        List<TObject>? strangers = null;
        PaiApiException? unread = null;
        foreach (var item in items)
        {
            if (!known.TryGetValue(IdOf(item), out var before))
                (strangers ??= []).Add(item);
            else if (before.Row.Fingerprint != FingerprintOf(item))
                unread = await ChangeAsync(item, before, plan, now, ct) ?? unread;
        }
        if (strangers is null)
            return unread;

        // Not live in memory: either new, or finished long ago and read again. The table knows.
        var stored = await StoredAsync([.. strangers.Select(IdOf)], ct);
        foreach (var item in strangers)
        {
            if (!stored.TryGetValue(IdOf(item), out var before))
                unread = await ChangeAsync(item, null, plan, now, ct) ?? unread;
            else if (before.Row.Fingerprint != FingerprintOf(item) || before.Row.IsDeleted)
                unread = await ChangeAsync(item, before, plan, now, ct) ?? unread;
            else
                plan.Unchanged[before.Row.Id] = before.Row;
        }
        return unread;
    }

    private async Task<PaiApiException?> ChangeAsync(TObject observed, KnownObject<TEntity>? before, SyncPlan<TEntity> plan, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            if (before is null || !IsOutdated(before.Row, observed))
                Apply(await CompleteAsync(observed, before?.Row, now, ct), before, plan, now);
        }
        catch (PaiApiException fault)
        {
            return fault;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One bad object does not stop the rest.
            SyncLog.BadObject(services.Log, fault, Kind, IdOf(observed));
        }
        return null;
    }

    private void Apply(TObject observed, KnownObject<TEntity>? before, SyncPlan<TEntity> plan, DateTimeOffset now)
    {
        var row = (TEntity?)before?.Row.Copy() ?? new TEntity { Id = IdOf(observed), FirstSeenAt = now };
        var open = before?.Open?.Copy();
        Fill(row, observed);
        if (before is not null && HistoryIdOf(row) != HistoryIdOf(before.Row))
        {
            // The name was taken by another object: the old history ends, nothing is merged.
            EndHistory(before, plan, now);
            (row.CostSettledNanos, row.CostIsLowerBound, row.FirstSeenAt, row.IntervalSeq, open) = (0, false, now, -1, null);
        }
        var transitions = TransitionsOf(observed, row, open, now);
        row.IsDeleted = false;
        row.DeletedAt = null;
        foreach (var next in transitions)
            open = StateBook.Enter(row, Kind, HistoryIdOf(row), open, next, row.RateNanos, plan.Intervals);
        if (before is null)
            FirstSight(row, observed, now);
        row.Fingerprint = FingerprintOf(observed);
        row.Document = JsonSerializer.Serialize(observed, Documents.Options);
        row.Revision = (before?.Row.Revision ?? 0) + 1;
        plan.Add(new KnownObject<TEntity>(row, open));
    }

    private void EndHistory(KnownObject<TEntity> before, SyncPlan<TEntity> plan, DateTimeOffset now)
    {
        if (before.Open?.Copy() is { } open)
            StateBook.Close(before.Row.Copy(), open, now, plan.Intervals);
    }

    private async Task<bool> ConfirmMissingAsync(
        IEnumerable<string> missing, Dictionary<string, KnownObject<TEntity>> known, SyncPlan<TEntity> plan, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var id in missing.Take(MostConfirmations))
        {
            if (!known.TryGetValue(id, out var before) && !(await StoredAsync([id], ct)).TryGetValue(id, out before))
                continue;
            try
            {
                if (await FindAsync(id, ct) is { } found)
                {
                    if (before.Row.Fingerprint != FingerprintOf(found) && await ChangeAsync(found, before, plan, now, ct) is not null)
                        return false;
                }
                else
                {
                    Tombstone(before, plan, now);
                }
            }
            catch (PaiApiException)
            {
                // Nobody can tell now; the next look asks again. Absence alone never deletes.
                return false;
            }
        }
        return true;
    }

    private const int MostConfirmations = 50;

    private static void Tombstone(KnownObject<TEntity> before, SyncPlan<TEntity> plan, DateTimeOffset now)
    {
        if (before.Row.IsDeleted)
        {
            plan.Unchanged[before.Row.Id] = before.Row;
            return;
        }
        var row = (TEntity)before.Row.Copy();
        if (before.Open?.Copy() is { } open)
            StateBook.Close(row, open, now, plan.Intervals);
        row.IsDeleted = true;
        row.DeletedAt = now;
        row.Revision++;
        plan.Add(new KnownObject<TEntity>(row, null));
    }

    private async Task CommitAsync(
        SyncPlan<TEntity> plan, IReadOnlyList<OperationEntity> settled, string? cursor, DateTimeOffset? goodAt, CancellationToken ct)
    {
        await using var db = await services.Databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await plan.WriteAsync(db, ct);
        await services.Settler.WriteAsync(db, settled, ct);
        if (cursor is not null || goodAt is not null)
            await SyncStates.WriteAsync(db, Key, cursor, goodAt, ct);
        await transaction.CommitAsync(ct);
    }

    private void Remember(SyncPlan<TEntity> plan, Dictionary<string, KnownObject<TEntity>> known)
    {
        foreach (var (id, now) in plan.Rows)
        {
            if (IsLive(now.Row))
                known[id] = now;
            else
                known.Remove(id);
        }
    }

    private void Tell(SyncPlan<TEntity> plan, IReadOnlyList<OperationEntity> settled)
    {
        services.Settler.Tell(settled);
        var changes = plan.Rows.Values.Select(known => new FeedChange<TRow>(
            known.Row.IsDeleted ? ChangeType.Delete : ChangeType.Upsert, known.Row.Id, Dress(ToRow(known.Row)))).ToList();
        foreach (var operation in settled)
        {
            // The row itself may not have changed, but what is pending for it has.
            if (operation.TargetId is { } id && !plan.Rows.ContainsKey(id) && KnownNow.TryGetValue(id, out var known))
                changes.Add(new FeedChange<TRow>(ChangeType.Upsert, id, Dress(ToRow(known.Row))));
        }
        services.Feed.Publish(changes);
    }

    private TRow Dress(TRow row) => row with { Pending = services.Board.PendingFor(Kind, row.Id) };

    private Observation Observed(string id, SyncPlan<TEntity> plan, Dictionary<string, KnownObject<TEntity>> known)
    {
        var row = plan.Rows.TryGetValue(id, out var changed) ? changed.Row
            : known.TryGetValue(id, out var same) ? same.Row
            : plan.Unchanged.GetValueOrDefault(id);
        return row is null ? Observation.NotSeen : row.IsDeleted ? Observation.Gone : new Observation(row);
    }

    private async Task<Dictionary<string, KnownObject<TEntity>>> LoadAsync(CancellationToken ct)
    {
        if (_known is not null)
            return _known;
        await using var db = await services.Databases.CreateDbContextAsync(ct);
        var live = await KnownObjects<TEntity>.ReadAsync(db, Kind, LiveRows(db.Set<TEntity>()), HistoryIdOf, ct);
        var state = await db.SyncStates.AsNoTracking().SingleOrDefaultAsync(row => row.Key == Key, ct);
        services.Health.Remember(Key, state?.LastGoodAt);
        Restore(state?.Cursor);
        return _known = live;
    }

    /// <summary>Takes up the cursor that was stored by an earlier run of the program.</summary>
    protected virtual void Restore(string? cursor) { }

    private async Task<Dictionary<string, KnownObject<TEntity>>> StoredAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        await using var db = await services.Databases.CreateDbContextAsync(ct);
        return await KnownObjects<TEntity>.ReadAsync(db, Kind, ids, HistoryIdOf, ct);
    }

    private static string Describe(PaiApiException? failure) =>
        failure is null ? "The list came incomplete." : $"{failure.Code}: {failure.CloudMessage}";
}
