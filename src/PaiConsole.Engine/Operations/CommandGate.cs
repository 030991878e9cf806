using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Auditing;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Operations;

/// <summary>
/// The one door for everything that changes the cloud: checks the role, writes intent and audit in one
/// transaction, and only then lets the work begin.
/// </summary>
internal sealed class CommandGate(
    IDbContextFactory<PaiConsoleDb> databases, AuditLog audit, OperationNews news, OperationBoard board,
    IWorkQueue queue, ICloudClock clock, IOperationProbe probe, IOptions<PaiOptions> pai)
{
    // Two clicks that arrive together must not both find that nothing is on its way.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Refuses whoever may not command; null when the actor may. A refusal is recorded.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="kind">A word of OperationKind.</param>
    /// <param name="target">Name and id of what it acts on.</param>
    /// <param name="ct">Cancels the record.</param>
    /// <param name="dryRun">Nothing will be sent, which a console that only watches may well show.</param>
    public async Task<CommandOutcome?> RefuseAsync(Actor actor, string kind, string target, CancellationToken ct, bool dryRun = false)
    {
        var refusal = actor.Role < Role.Operator ? Refusal.Forbidden
            : !pai.Value.CommandsAllowed && !dryRun ? Refusal.WatchingOnly
            : Refusal.None;
        if (refusal == Refusal.None)
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        await audit.SaveWithAsync(db, actor, new AuditLine(kind, target, refusal.ToString(), ""), clock.UtcNow, ct);
        return CommandOutcome.Refused(refusal, refusal == Refusal.Forbidden
            ? "Your role may look but not change anything."
            : "This console only watches. Set Pai:AllowCommands to true to enable commands.");
    }

    /// <summary>The same wish, on its way already; null where there is none.</summary>
    public CommandOutcome? Twin(OperationDraft draft)
    {
        var hash = OperationDrafts.Hash(draft);
        return board.Unsettled(draft.TargetKind).FirstOrDefault(open => open.TargetId == draft.TargetId && open.BodyHash == hash) is { } twin
            ? new CommandOutcome { Operation = OperationRows.From(twin) }
            : null;
    }

    /// <summary>Writes the operation down and starts it, or answers with the one that the same request made before.</summary>
    public async Task<CommandOutcome> AdmitAsync(
        Actor actor, OperationDraft draft, IReadOnlyList<Finding> findings, string? idempotencyKey, CancellationToken ct)
    {
        var operation = OperationDrafts.Write(draft, actor.Name, clock.UtcNow);
        operation.IdempotencyKey = idempotencyKey;
        operation.Findings = JsonSerializer.Serialize(findings, Documents.Options);

        await _turn.WaitAsync(ct);
        try
        {
            if (await WriteAsync(actor, draft, operation, ct) is { } before)
                return before;
        }
        finally
        {
            _turn.Release();
        }
        probe.At(OperationStep.Requested, operation.Id);
        await news.TellAsync(operation, ct);
        queue.Operation(operation.Id);
        return new CommandOutcome { Operation = OperationRows.From(operation), Findings = findings };
    }

    /// <summary>
    /// Writes several operations down in one transaction and starts them: all of them will be carried out, or none was asked for.
    /// The same request again is answered with the operations of the first time; null where a key was used for another request.
    /// </summary>
    public async Task<IReadOnlyList<OperationRow>?> AdmitAllAsync(Actor actor, AuditLine line, IReadOnlyList<KeyedDraft> wishes, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var operations = wishes.Select(wish =>
        {
            var operation = OperationDrafts.Write(wish.Draft, actor.Name, now);
            (operation.IdempotencyKey, operation.Findings) = (wish.Key, JsonSerializer.Serialize(wish.Findings, Documents.Options));
            return operation;
        }).ToList();
        await _turn.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await SameAsync(db, operations, ct) is { Found: true } before)
                return before.Rows;
            db.Operations.AddRange(operations);
            try
            {
                await audit.SaveWithAsync(db, actor, line, now, ct);
            }
            catch (DbUpdateException conflict)
            {
                // Another process took the keys at the same moment.
                db.ChangeTracker.Clear();
                return await SameAsync(db, operations, ct) is { Found: true } first ? first.Rows : throw new InvalidOperationException("The operations could not be written.", conflict);
            }
            operations.ForEach(operation => board.Put(operation.Copy()));
        }
        finally
        {
            _turn.Release();
        }
        foreach (var operation in operations)
        {
            probe.At(OperationStep.Requested, operation.Id);
            await news.TellAsync(operation, ct);
            queue.Operation(operation.Id);
        }
        return [.. operations.Select(OperationRows.From)];
    }

    private static async Task<(bool Found, IReadOnlyList<OperationRow>? Rows)> SameAsync(PaiConsoleDb db, List<OperationEntity> wanted, CancellationToken ct)
    {
        var keys = wanted.Select(operation => operation.IdempotencyKey).ToList();
        var found = await db.Operations.AsNoTracking().Where(row => keys.Contains(row.IdempotencyKey)).ToDictionaryAsync(row => row.IdempotencyKey!, StringComparer.Ordinal, ct);
        var isSame = wanted.TrueForAll(operation => found.GetValueOrDefault(operation.IdempotencyKey!)?.BodyHash == operation.BodyHash);
        return (found.Count > 0, isSame ? [.. wanted.Select(operation => OperationRows.From(found[operation.IdempotencyKey!]))] : null);
    }

    /// <summary>Writes intent and audit; answers with what the same request made before, or null.</summary>
    private async Task<CommandOutcome?> WriteAsync(Actor actor, OperationDraft draft, OperationEntity operation, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RepeatedAsync(db, operation, ct) is { } before)
            return before;
        db.Operations.Add(operation);
        try
        {
            await audit.SaveWithAsync(
                db, actor, new AuditLine(draft.Kind, Target(draft), "Accepted", draft.Body), operation.RequestedAt, ct);
        }
        catch (DbUpdateException conflict) when (operation.IdempotencyKey is not null)
        {
            // Another process took the key at the same moment; the unique index let one through.
            db.ChangeTracker.Clear();
            return await RepeatedAsync(db, operation, ct) ?? throw new InvalidOperationException("The operation could not be written.", conflict);
        }
        board.Put(operation.Copy());
        return null;
    }

    private async Task<CommandOutcome?> RepeatedAsync(PaiConsoleDb db, OperationEntity wanted, CancellationToken ct)
    {
        if (wanted.IdempotencyKey is { } key
            && await db.Operations.AsNoTracking().SingleOrDefaultAsync(row => row.IdempotencyKey == key, ct) is { } first)
        {
            return first.BodyHash == wanted.BodyHash
                ? new CommandOutcome { Operation = OperationRows.From(first) }
                : CommandOutcome.Refused(Refusal.Conflict, "This idempotency key was used for another request.");
        }
        // A second click while the first is on its way is the same wish, not another one.
        var twin = wanted.TargetId is null
            ? null
            : board.Unsettled(wanted.TargetKind).FirstOrDefault(open => open.TargetId == wanted.TargetId && open.BodyHash == wanted.BodyHash);
        return twin is null ? null : new CommandOutcome { Operation = OperationRows.From(twin) };
    }

    private static string Target(OperationDraft draft) => draft.TargetId is null ? draft.TargetName : $"{draft.TargetName} ({draft.TargetId})";
}
