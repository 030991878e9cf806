using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Auditing;

/// <summary>
/// The append-only record of who asked for what. A line is written in the transaction that writes the intent,
/// before anything goes out: where it cannot be written, nothing is sent. Each line's hash covers the line before.
/// </summary>
internal sealed class AuditLog
{
    // Lines follow one another; the lock keeps two commands from taking the same number.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Adds a line to the context and saves all that is in it, in one transaction.</summary>
    public async Task SaveWithAsync(PaiConsoleDb db, Actor actor, AuditLine line, DateTimeOffset at, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var head = await AuditHead.ToGoOnFromAsync(db, ct);
            var row = new AuditEntity
            {
                Seq = head.Seq + 1,
                At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
                Actor = actor.Name,
                Role = actor.Role.ToString(),
                Action = line.Action,
                Target = line.Target,
                Outcome = line.Outcome,
                Detail = line.Detail,
                PreviousHash = head.Hash,
            };
            row.Hash = HashOf(row);
            db.Audit.Add(row);
            await AuditHead.Of(row).KeepAsync(db, row.At, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The number of the first line that was tampered with or is gone, or null when the record is whole.</summary>
    public static async Task<long?> FirstBrokenAsync(PaiConsoleDb db, CancellationToken ct)
    {
        // Read first: a line that is written meanwhile is then one too many, and not one too few.
        var kept = await AuditHead.KeptAsync(db, ct) ?? AuditHead.None;
        var seen = AuditHead.None;
        await foreach (var row in db.Audit.AsNoTracking().OrderBy(row => row.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (row.Seq != seen.Seq + 1 || row.PreviousHash != seen.Hash || row.Hash != HashOf(row))
                return seen.Seq + 1;
            if (row.Seq == kept.Seq && row.Hash != kept.Hash)
                return row.Seq;
            seen = AuditHead.Of(row);
        }
        return seen.Seq < kept.Seq ? seen.Seq + 1 : null;
    }

    /// <summary>False when lines at the end are gone: a look at the end only, for the start.</summary>
    public static async Task<bool> EndsWhereItEndedAsync(PaiConsoleDb db, CancellationToken ct) =>
        await AuditHead.KeptAsync(db, ct) is not { } kept || await AuditHead.SeenAsync(db, ct) == kept;

    private static string HashOf(AuditEntity row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
        new[]
        {
            row.Seq.ToString(CultureInfo.InvariantCulture), row.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            row.Actor, row.Role, row.Action, row.Target, row.Outcome, row.Detail, row.PreviousHash,
        }
        // Each part says how long it is: text moved from one to the next must not leave the hash as it was.
        .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}"))))));
}

/// <summary>What is recorded of a command.</summary>
/// <param name="Action">A word of OperationKind, or the console's own such as <c>token.create</c>.</param>
/// <param name="Target">Name and id of what it acts on.</param>
/// <param name="Outcome">accepted, or why it was refused.</param>
/// <param name="Detail">What was asked, without secrets.</param>
internal sealed record AuditLine(string Action, string Target, string Outcome, string Detail);
