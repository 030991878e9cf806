using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Persistence;

namespace PaiConsole.Engine.Operations;

/// <summary>Reads operations.</summary>
public sealed class OperationQueries
{
    private readonly IDbContextFactory<PaiConsoleDb> _databases;

    internal OperationQueries(IDbContextFactory<PaiConsoleDb> databases) => _databases = databases;

    /// <summary>One page, newest first; status, owner (who asked) and text are honoured.</summary>
    public async Task<ListPage<OperationRow>> ListAsync(ListRequest request, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var rows = db.Operations.AsNoTracking();
        var statuses = request.Status.Select(word => Enum.TryParse<OperationStatus>(word, true, out var status) ? status : (OperationStatus?)null)
            .OfType<OperationStatus>().ToArray();
        if (statuses.Length > 0)
            rows = rows.Where(row => statuses.Contains(row.Status));
        if (request.Owner.Count > 0)
            rows = rows.Where(row => request.Owner.Contains(row.RequestedBy));
        if (!string.IsNullOrWhiteSpace(request.Query))
        {
            var text = request.Query.Trim();
            rows = rows.Where(row => row.TargetName.Contains(text) || row.Kind.Contains(text) || row.TargetId == text || row.Id == text);
        }
        var total = await rows.CountAsync(ct);
        var page = await rows.OrderByDescending(row => row.Id).Skip(request.Offset).Take(Math.Clamp(request.Limit, 1, 200)).ToListAsync(ct);
        return new ListPage<OperationRow>([.. page.Select(OperationRows.From)], total, new Freshness(null, false, null, 0));
    }

    /// <summary>One operation, or null.</summary>
    public async Task<OperationRow?> GetAsync(string id, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.Operations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row ? OperationRows.From(row) : null;
    }

    internal static async Task<IReadOnlyList<OperationRow>> OfTargetAsync(PaiConsoleDb db, ResourceKind kind, string id, CancellationToken ct) =>
        [.. (await db.Operations.AsNoTracking().Where(row => row.TargetKind == kind && row.TargetId == id)
            .OrderByDescending(row => row.Id).Take(50).ToListAsync(ct)).Select(OperationRows.From)];
}
