using Microsoft.Extensions.Options;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Operations;

/// <summary>Confirms, fails or times out operations from what a look saw. Called by reconcilers only.</summary>
internal sealed class OperationSettler(
    OperationBoard board, OperationHandlers handlers, ChangeFeed feed, IOptions<SyncOptions> options)
{
    /// <summary>Operations of a kind whose fate this look decides; nothing is written yet.</summary>
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

    /// <summary>Writes the settled operations inside the reconciler's transaction.</summary>
    public async Task WriteAsync(PaiConsoleDb db, IReadOnlyList<OperationEntity> settled, CancellationToken ct)
    {
        if (settled.Count == 0)
            return;
        await using var rows = await RowWriter<OperationEntity>.CreateAsync(db, ct);
        foreach (var operation in settled)
            await rows.WriteAsync(operation, ct);
    }

    /// <summary>Tells open pages, after the commit.</summary>
    public void Tell(IReadOnlyList<OperationEntity> settled)
    {
        foreach (var operation in settled)
            board.Put(operation);
        feed.Publish([.. settled.Select(OperationRows.Change)]);
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
        return verdict.Kind == VerdictKind.Confirmed
            ? Settle(operation, OperationStatus.Confirmed, now, null, null)
            : Settle(operation, OperationStatus.Failed, now, verdict.Code, verdict.Message);
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
