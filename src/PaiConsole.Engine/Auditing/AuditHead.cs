using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Auditing;

/// <summary>
/// Number and hash of the newest audit line, kept apart from the lines: a chain alone does not notice when lines at its
/// end are gone. Whoever can write everything in the database can write this too; copies kept elsewhere guard against that.
/// </summary>
internal readonly record struct AuditHead(long Seq, string Hash)
{
    private const string Key = "audit-head";

    /// <summary>Before the first line.</summary>
    public static AuditHead None { get; } = new(0, "");

    public static AuditHead Of(AuditEntity? line) => line is null ? None : new(line.Seq, line.Hash);

    /// <summary>The head as it was kept; null where none was.</summary>
    public static async Task<AuditHead?> KeptAsync(PaiConsoleDb db, CancellationToken ct)
    {
        var text = await db.References.AsNoTracking().Where(row => row.Key == Key).Select(row => row.Document).SingleOrDefaultAsync(ct);
        return text?.Split(' ') is [var seq, var hash] ? new AuditHead(long.Parse(seq, CultureInfo.InvariantCulture), hash) : null;
    }

    /// <summary>The last line that is there.</summary>
    public static async Task<AuditHead> SeenAsync(PaiConsoleDb db, CancellationToken ct) =>
        Of(await db.Audit.AsNoTracking().OrderByDescending(row => row.Seq).FirstOrDefaultAsync(ct));

    /// <summary>
    /// What the next line goes on from. Where lines at the end are gone it goes on from where they ended, so that the
    /// gap stays to be seen.
    /// </summary>
    public static async Task<AuditHead> ToGoOnFromAsync(PaiConsoleDb db, CancellationToken ct)
    {
        var seen = await SeenAsync(db, ct);
        return await KeptAsync(db, ct) is { } kept && kept.Seq > seen.Seq ? kept : seen;
    }

    /// <summary>Keeps it with whatever else the context saves.</summary>
    public async Task KeepAsync(PaiConsoleDb db, DateTimeOffset at, CancellationToken ct)
    {
        var row = await db.References.SingleOrDefaultAsync(row => row.Key == Key, ct);
        if (row is null)
            db.References.Add(row = new ReferenceEntity { Key = Key });
        row.Document = string.Create(CultureInfo.InvariantCulture, $"{Seq} {Hash}");
        row.AsOf = at;
    }
}
