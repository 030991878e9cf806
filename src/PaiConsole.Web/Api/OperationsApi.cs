using PaiConsole.Domain.Operations;
using PaiConsole.Engine;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Overview;
using PaiConsole.Web.Api.Docs;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/operations</c> and <c>/api/v1/events</c>: what was asked, and what happened.</summary>
internal static class OperationsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/operations", ListAsync)
            .TakesQuery(QueryParameter.Text, QueryParameter.OperationStatus, QueryParameter.RequestedBy, QueryParameter.Page, QueryParameter.PageSize)
            .WithName("listOperations").WithSummary("Operations").WithDescription("Commands and how far they have come, newest first.");
        api.MapGet("/operations/{id}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getOperation").WithSummary("One operation").WithDescription("Confirmed only once the cloud shows the effect of the command.");
        api.MapGet("/events", EventsAsync).TakesQuery(QueryParameter.Page, QueryParameter.PageSize)
            .WithName("listEvents").WithSummary("Changes of state").WithDescription("Over all kinds of objects, newest first.");
    }

    private static async Task<ListView<OperationView>> ListAsync(HttpRequest request, OperationQueries operations, CloudNow cloud, CancellationToken ct)
    {
        QueryFields.Demand(request.Query, "q", "status", "owner", "page", "pageSize");
        var statuses = QueryFields.Words(request.Query, "status");
        var strange = statuses.Where(word => !Enum.GetNames<OperationStatus>().Contains(word, StringComparer.OrdinalIgnoreCase)).ToList();
        if (strange.Count > 0)
            throw ApiProblem.BadRequest($"status is one of {string.Join(", ", Enum.GetNames<OperationStatus>())}, not '{string.Join(", ", strange)}'.");
        var wanted = ListQuery.Page(request) with
        {
            Query = QueryFields.Text(request.Query, "q"),
            Status = statuses,
            Owner = QueryFields.Words(request.Query, "owner"),
        };
        var page = await operations.ListAsync(wanted, ct);
        return new ListView<OperationView>([.. page.Items.Select(OperationView.From)], page.Total, cloud.UtcNow);
    }

    private static async Task<OperationView> GetAsync(string id, OperationQueries operations, CancellationToken ct) =>
        await operations.GetAsync(id, ct) is { } row ? OperationView.From(row) : throw ApiProblem.NotFound("operation", id);

    private static async Task<ListView<EventView>> EventsAsync(HttpRequest request, OverviewQueries overview, CloudNow cloud, CancellationToken ct)
    {
        QueryFields.Demand(request.Query, "page", "pageSize");
        var wanted = ListQuery.Page(request);
        var changes = await overview.ChangesAsync(wanted.Offset, wanted.Limit, ct);
        return new ListView<EventView>([.. changes.Select(EventView.From)], await overview.CountChangesAsync(ct), cloud.UtcNow);
    }
}
