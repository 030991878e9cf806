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
            var last = await db.Audit.AsNoTracking().OrderByDescending(row => row.Seq).FirstOrDefaultAsync(ct);
            var row = new AuditEntity
            {
                Seq = (last?.Seq ?? 0) + 1,
                At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
                Actor = actor.Name,
                Role = actor.Role.ToString(),
                Action = line.Action,
                Target = line.Target,
                Outcome = line.Outcome,
                Detail = line.Detail,
                PreviousHash = last?.Hash ?? "",
            };
            row.Hash = HashOf(row);
            db.Audit.Add(row);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The number of the first line that was tampered with, or null when the record is whole.</summary>
    public static async Task<long?> FirstBrokenAsync(PaiConsoleDb db, CancellationToken ct)
    {
        var previous = "";
        await foreach (var row in db.Audit.AsNoTracking().OrderBy(row => row.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (row.PreviousHash != previous || row.Hash != HashOf(row))
                return row.Seq;
            previous = row.Hash;
        }
        return null;
    }

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
