using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Listing;

/// <summary>What a request leaves over, in SQL.</summary>
internal static class ListFilter
{
    public static IQueryable<TEntity> Where<TEntity>(IQueryable<TEntity> rows, ListRequest request) where TEntity : ResourceEntity
    {
        rows = rows.Where(row => !row.IsDeleted);
        if (!string.IsNullOrWhiteSpace(request.Query))
        {
            var text = LikePattern.Containing(request.Query);
            rows = rows.Where(row => EF.Functions.Like(row.SearchText, text, LikePattern.Escape));
        }
        if (request.Status.Count > 0)
            rows = WithStatus(rows, request.Status);
        if (request.Owner is [var owner])
            rows = rows.Where(row => row.OwnerName == owner);
        else if (request.Owner.Count > 0)
            rows = rows.Where(row => request.Owner.ToArray().Contains(row.OwnerName));
        if (request.Workspace is { Length: > 0 } workspace)
            rows = rows.Where(row => row.WorkspaceId == workspace);
        return rows;
    }

    // One value is compared and several are looked up: only the former lets the index give the order too.
    private static IQueryable<TEntity> WithStatus<TEntity>(IQueryable<TEntity> rows, IReadOnlyList<string> status) where TEntity : ResourceEntity
    {
        var phases = status.Select(ToPhase).OfType<Phase>().ToArray();
        var words = status.ToArray();
        if (phases.Length < words.Length)
            return rows.Where(row => words.Contains(row.StatusWord) || phases.Contains(row.Phase));
        if (phases is [var phase])
            return rows.Where(row => row.Phase == phase);
        return rows.Where(row => phases.Contains(row.Phase));
    }

    private static Phase? ToPhase(string word) =>
        word.Length > 0 && !char.IsAsciiDigit(word[0]) && Enum.TryParse<Phase>(word, ignoreCase: true, out var phase) ? phase : null;
}
