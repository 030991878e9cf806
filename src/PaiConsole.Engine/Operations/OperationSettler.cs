using Microsoft.Extensions.Options;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Operations;

/// <summary>Confirms, fails or times out operations from what a look saw, or takes them to their next call. Called by reconcilers only.</summary>
internal sealed class OperationSettler(
    OperationBoard board, OperationHandlers handlers, ChangeFeed feed, Func<IWorkQueue> queue, IOptions<SyncOptions> options)
{
    /// <summary>Operations of a kind that this look takes on; nothing is written yet.</summary>
    public Task<IReadOnlyList<OperationEntity>> JudgeAsync(
        ResourceKind kind, Func<string, Observation> observe, bool isComplete, DateTimeOffset now, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        List<OperationEntity>? settled = null;
        foreach (var operation in board.Unsettled(kind))
        {
            if (Judge(operation, observe, isComplete, now) is { } changed)
                (settled ??= []).Add(changed);
        }
        return Task.FromResult<IReadOnlyList<OperationEntity>>(settled ?? []);
    }

    /// <summary>Writes them inside the reconciler's transaction.</summary>
    public async Task WriteAsync(PaiConsoleDb db, IReadOnlyList<OperationEntity> settled, CancellationToken ct)
    {
        if (settled.Count == 0)
            return;
        await using var rows = await RowWriter<OperationEntity>.CreateAsync(db, ct);
        foreach (var operation in settled)
            await rows.WriteAsync(operation, ct);
    }

    /// <summary>Tells open pages, and lets the next calls begin, after the commit.</summary>
    public void Tell(IReadOnlyList<OperationEntity> settled)
    {
        foreach (var operation in settled)
            board.Put(operation);
        feed.Publish([.. settled.Select(OperationRows.Change)]);
        foreach (var next in settled.Where(operation => !operation.IsSettled))
            queue().Operation(next.Id);
    }

    private OperationEntity? Judge(OperationEntity operation, Func<string, Observation> observe, bool isComplete, DateTimeOffset now)
    {
        if (operation.AnsweredAt is null || operation.TargetId is null)
            return null;
        var seen = observe(operation.TargetId);
        var verdict = handlers.Find(operation.Kind)?.Judge(operation, seen) ?? Verdict.Waiting;
        if (verdict.Kind == VerdictKind.Waiting)
        {
            var patience = TimeSpan.FromSeconds(options.Value.PatienceSeconds);
            return isComplete && now - operation.AnsweredAt > patience
                ? Settle(operation, OperationStatus.TimedOut, now, "NotObserved", "The cloud took it, but the effect was not seen in time.")
                : null;
        }
        return verdict.Kind switch
        {
            VerdictKind.Confirmed => Settle(operation, OperationStatus.Confirmed, now, null, null),
            VerdictKind.NextStage => Advance(operation, now),
            _ => Settle(operation, OperationStatus.Failed, now, verdict.Code, verdict.Message),
        };
    }

    // In the database before the next call is made, as with the first: a killed program takes it up there.
    private static OperationEntity Advance(OperationEntity operation, DateTimeOffset now)
    {
        var next = operation.Copy();
        (next.Stage, next.StageAt, next.Status) = (operation.Stage + 1, now, OperationStatus.Requested);
        (next.Attempts, next.AnsweredAt, next.LastAttemptAt, next.LastProblem) = (0, null, null, null);
        return next;
    }

    internal static OperationEntity Settle(OperationEntity operation, OperationStatus status, DateTimeOffset now, string? code, string? message)
    {
        var settled = operation.Copy();
        settled.Status = status;
        settled.IsSettled = true;
        settled.SettledAt = now;
        settled.ErrorCode = code;
        settled.ErrorMessage = message;
        return settled;
    }
}
