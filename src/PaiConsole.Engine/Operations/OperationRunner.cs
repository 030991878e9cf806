using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Operations;

/// <summary>
/// Carries one operation from Requested to an answer. Each step is in the database before the next begins, so
/// a killed program takes it up where it was: an object is made once, however often the answer is lost.
/// </summary>
internal sealed partial class OperationRunner(
    IDbContextFactory<PaiConsoleDb> databases, OperationHandlers handlers, OperationBoard board, ChangeFeed feed,
    IWorkQueue queue, ICloudClock clock, IOperationProbe probe, IOptions<SyncOptions> options, IOptions<PaiOptions> pai,
    ILogger<OperationRunner> log)
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan NextTry = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, byte> _running = new(StringComparer.Ordinal);
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(options.Value.PatienceSeconds);
    private readonly TimeSpan _createSettle = TimeSpan.FromSeconds(options.Value.CreateSettleSeconds ?? (pai.Value.IsEmulator ? 5 : 60));

    /// <summary>Takes the operation as far as it can go now. Safe to call again at any time.</summary>
    public async Task RunAsync(string id, CancellationToken ct)
    {
        if (!_running.TryAdd(id, 0))
            return;
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var operation = await db.Operations.SingleOrDefaultAsync(row => row.Id == id, ct);
            if (operation is { IsSettled: false, AnsweredAt: null } && handlers.Find(operation.Kind) is { } handler)
                await CarryAsync(db, operation, handler, ct);
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    private async Task CarryAsync(PaiConsoleDb db, OperationEntity operation, IOperationHandler handler, CancellationToken ct)
    {
        if (operation.Status == OperationStatus.Sent && !await ResolveLostAnswerAsync(db, operation, handler, ct))
            return;
        if (operation.Attempts >= MostAttempts)
        {
            Settle(operation, OperationStatus.TimedOut, "NoAnswer", "The cloud did not answer, and the object was not found. Look before asking again.");
            await SaveAsync(db, operation, ct);
            return;
        }

        operation.Status = OperationStatus.Sent;
        operation.SentAt ??= clock.UtcNow;
        operation.LastAttemptAt = clock.UtcNow;
        operation.Attempts++;
        await SaveAsync(db, operation, ct);
        probe.At(OperationStep.SendingWritten, operation.Id);
        await SendAsync(db, operation, handler, ct);
    }

    /// <summary>
    /// It was handed over and nobody knows what became of it. Goes on where its effect is found; sends again only
    /// where there is none, a create only after it has stayed invisible for longer than lists may lag. True: send now.
    /// </summary>
    private async Task<bool> ResolveLostAnswerAsync(PaiConsoleDb db, OperationEntity operation, IOperationHandler handler, CancellationToken ct)
    {
        string? found;
        try
        {
            found = await handler.LookForAsync(operation, ct);
        }
        catch (PaiApiException fault)
        {
            // Nobody can tell now. Not knowing is not absence.
            await TryLaterAsync(db, operation, fault, OperationStatus.TimedOut, ct);
            return false;
        }
        if (found is not null)
        {
            LogResolved(operation.Id, operation.Kind, found);
            await AnsweredAsync(db, operation, new Sent(found, null, handler is IFollowedUp followed ? followed.NextFor(operation, found) : []), ct);
            return false;
        }
        if (operation.LastAttemptAt > clock.UtcNow)
        {
            // Written by a program that had not heard the cloud's clock yet: nothing follows from it, so the wait begins now.
            operation.LastAttemptAt = clock.UtcNow;
            await SaveAsync(db, operation, ct);
        }
        if (handler.IsCreate && clock.UtcNow - (operation.LastAttemptAt ?? operation.SentAt) < _createSettle)
        {
            queue.Operation(operation.Id, NextTry);
            return false;
        }
        return true;
    }

    private async Task SendAsync(PaiConsoleDb db, OperationEntity operation, IOperationHandler handler, CancellationToken ct)
    {
        Sent sent;
        try
        {
            sent = await handler.SendAsync(operation, ct);
        }
        catch (PaiApiException fault) when (fault.Certainty == Certainty.Unknown)
        {
            operation.LastProblem = $"{fault.Code}: {fault.CloudMessage}";
            await SaveAsync(db, operation, ct);
            queue.Operation(operation.Id, fault.RetryAfter > NextTry ? fault.RetryAfter : NextTry);
            return;
        }
        catch (PaiApiException fault) when (fault.IsThrottling || fault.Code is PaiErrorCodes.ConnectionFailed)
        {
            // It certainly did nothing, so it was no attempt; one before it may have been.
            operation.Attempts--;
            if (operation.Attempts == 0)
                operation.Status = OperationStatus.Requested;
            await TryLaterAsync(db, operation, fault, OperationStatus.Failed, ct);
            return;
        }
        catch (PaiApiException fault) when (operation.Attempts > 1 && !handler.IsCreate)
        {
            // A refused repeat may only say that the attempt before it worked: what is observed decides.
            await AnsweredAsync(db, operation, Sent.Plain(fault.RequestId), ct);
            return;
        }
        catch (PaiApiException fault)
        {
            operation.CloudRequestId = fault.RequestId;
            Settle(operation, OperationStatus.Failed, fault.Code, fault.CloudMessage);
            await SaveAsync(db, operation, ct);
            return;
        }
        probe.At(OperationStep.Answered, operation.Id);
        await AnsweredAsync(db, operation, sent, ct);
    }

    private async Task TryLaterAsync(PaiConsoleDb db, OperationEntity operation, PaiApiException fault, OperationStatus atTheEnd, CancellationToken ct)
    {
        operation.LastProblem = $"{fault.Code}: {fault.CloudMessage}";
        var givesUp = clock.UtcNow - (operation.StageAt ?? operation.RequestedAt) > _patience;
        if (givesUp)
            Settle(operation, atTheEnd, fault.Code, fault.CloudMessage);
        await SaveAsync(db, operation, ct);
        if (!givesUp)
            queue.Operation(operation.Id, fault.RetryAfter > NextTry ? fault.RetryAfter : NextTry);
    }

    private async Task AnsweredAsync(PaiConsoleDb db, OperationEntity operation, Sent sent, CancellationToken ct)
    {
        operation.AnsweredAt = clock.UtcNow;
        operation.TargetId = sent.TargetId ?? operation.TargetId;
        operation.CloudRequestId = sent.RequestId;
        operation.LastProblem = null;
        var next = sent.Next.Select(draft => OperationDrafts.Write(draft, operation, clock.UtcNow)).ToList();
        db.Operations.AddRange(next);
        await SaveAsync(db, operation, ct);
        probe.At(OperationStep.AnswerWritten, operation.Id);
        foreach (var follow in next)
        {
            board.Put(follow.Copy());
            feed.Publish([OperationRows.Change(follow)]);
            queue.Operation(follow.Id);
        }
        queue.Sync(operation.TargetKind.ToString());
    }

    private void Settle(OperationEntity operation, OperationStatus status, string code, string message)
    {
        operation.Status = status;
        operation.IsSettled = true;
        operation.SettledAt = clock.UtcNow;
        operation.ErrorCode = code;
        operation.ErrorMessage = message;
    }

    private async Task SaveAsync(PaiConsoleDb db, OperationEntity operation, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        board.Put(operation.Copy());
        feed.Publish([OperationRows.Change(operation)]);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Operation {Id} ({Kind}): the answer was lost, its effect was found in {Found}")]
    private partial void LogResolved(string id, string kind, string found);
}
