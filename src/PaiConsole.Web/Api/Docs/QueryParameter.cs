namespace PaiConsole.Web.Api.Docs;

/// <summary>A query parameter in the description of an endpoint.</summary>
/// <param name="Name">As it stands in the query.</param>
/// <param name="Description">What it does.</param>
/// <param name="IsNumber">A whole number; otherwise a text.</param>
internal sealed record QueryParameter(string Name, string Description, bool IsNumber = false)
{
    public static readonly QueryParameter Text = new("q", "Text to find in name, id, owner or SKU.");
    public static readonly QueryParameter Status = new("status", "Status words of the cloud, or phases (Running, InTransition, Succeeded, Stopped, Failed); several by comma or repetition.");
    public static readonly QueryParameter OperationStatus = new("status", "Requested, Sent, Confirmed, Failed, TimedOut; several by comma or repetition.");
    public static readonly QueryParameter Owner = new("owner", "Names of owners; several by comma or repetition.");
    public static readonly QueryParameter RequestedBy = new("owner", "Who asked; several by comma or repetition.");
    public static readonly QueryParameter Workspace = new("workspace", "Workspace id.");
    public static readonly QueryParameter Sort = new("sort", $"{string.Join(", ", ListQuery.Columns)}. Ascending; a minus before the name, or desc=true, turns it round.");
    public static readonly QueryParameter Desc = new("desc", "true: largest or newest first.");
    public static readonly QueryParameter Shelf = new("state", "Open, Snoozed or Resolved; Open when absent.");
    public static readonly QueryParameter From = new("from", "Begin, an instant such as 2026-11-20T19:00:00+08:00; together with to.");
    public static readonly QueryParameter To = new("to", "End, an instant.");
    public static readonly QueryParameter Page = new("page", "From 1.", IsNumber: true);
    public static readonly QueryParameter PageSize = new("pageSize", "1 to 200; 50 when absent.", IsNumber: true);
}

/// <summary>The query parameters of an endpoint, read by hand and so described by hand.</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryParameter> All);

/// <summary>Attaches descriptions to endpoints.</summary>
internal static class QueryDescriptions
{
    /// <summary>Describes these parameters.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder endpoint, params QueryParameter[] parameters) =>
        endpoint.WithMetadata(new QueryParameters(parameters)).ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>Describes the parameters of a list of cloud objects.</summary>
    public static RouteHandlerBuilder TakesListQuery(this RouteHandlerBuilder endpoint) => endpoint.TakesQuery(
        QueryParameter.Text, QueryParameter.Status, QueryParameter.Owner, QueryParameter.Workspace, QueryParameter.Sort, QueryParameter.Desc,
        QueryParameter.Page, QueryParameter.PageSize);
}
