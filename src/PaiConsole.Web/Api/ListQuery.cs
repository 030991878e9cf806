using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Api;

/// <summary>The query of a list: <c>q, status, owner, workspace, sort, desc, page, pageSize</c>.</summary>
internal static class ListQuery
{
    /// <summary>The columns that lists of cloud objects sort by; created, newest first, when nothing is asked.</summary>
    public static readonly string[] Columns = ["name", "status", "owner", "sku", "age", "created", "costPerHour", "costToDate"];

    private const int MostPages = 10_000_000;

    /// <summary>Reads it, for a list of cloud objects.</summary>
    /// <param name="request">The request.</param>
    /// <param name="more">Further parameters that the endpoint reads itself.</param>
    /// <exception cref="ApiProblem">Something in it is not understood.</exception>
    public static ListRequest Read(HttpRequest request, params string[] more)
    {
        var query = request.Query;
        QueryFields.Demand(query, ["q", "status", "owner", "workspace", "sort", "desc", "page", "pageSize", .. more]);
        var sort = QueryFields.Text(query, "sort");
        var column = sort?.TrimStart('-');
        if (column is not null && !Columns.Contains(column, StringComparer.OrdinalIgnoreCase))
            throw ApiProblem.BadRequest($"sort is one of {string.Join(", ", Columns)}, with a minus before it for descending; not '{sort}'.");
        return Page(request) with
        {
            Query = QueryFields.Text(query, "q"),
            Status = QueryFields.Words(query, "status"),
            Owner = QueryFields.Words(query, "owner"),
            Workspace = QueryFields.Text(query, "workspace"),
            Sort = column,
            Descending = sort is null || sort[0] == '-' || QueryFields.Flag(query, "desc"),
        };
    }

    /// <summary>Reads page and page size alone.</summary>
    /// <exception cref="ApiProblem">One of them is out of bounds.</exception>
    public static ListRequest Page(HttpRequest request)
    {
        var page = QueryFields.Number(request.Query, "page", 1, MostPages, 1);
        var size = QueryFields.Number(request.Query, "pageSize", 1, 200, 50);
        return new ListRequest { Offset = (page - 1) * size, Limit = size };
    }
}
