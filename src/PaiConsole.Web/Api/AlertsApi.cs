using PaiConsole.Domain.Operations;
using PaiConsole.Engine;
using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Operations;
using PaiConsole.Web.Api.Bodies;
using PaiConsole.Web.Api.Docs;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/alerts</c>: what somebody should look at.</summary>
internal static class AlertsApi
{
    public static void Map(RouteGroupBuilder alerts)
    {
        alerts.MapGet("", ListAsync).TakesQuery(QueryParameter.Shelf, QueryParameter.Page, QueryParameter.PageSize)
            .WithName("listAlerts").WithSummary("Alerts").WithDescription("Open ones by how much they matter; resolved ones, the last resolved first.");
        alerts.MapGet("/{id}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getAlert").WithSummary("One alert").WithDescription("With what it has wasted so far.");

        var commands = alerts.MapCommands();
        commands.MapPost("/{id}/acknowledge", (string id, CommandCall call, AlertCommands alert, CloudNow cloud) =>
                SendAsync(call, cloud, (actor, ct) => alert.AcknowledgeAsync(actor, id, ct)))
            .AnswersAlert().WithName("acknowledgeAlert").WithSummary("Take note").WithDescription("It stays open and calls nobody any more, unless it grows worse.");
        commands.MapPost("/{id}/snooze", async (string id, CommandCall call, AlertCommands alert, CloudNow cloud) =>
            {
                QueryFields.Demand(call.Request.Query);
                var body = await JsonBody.ReadAsync<SnoozeBody>(call.Request);
                return Answer(await alert.SnoozeAsync(call.Actor, id, body.Until, call.Aborted), cloud);
            })
            .Accepts<SnoozeBody>("application/json").AnswersAlert()
            .WithName("snoozeAlert").WithSummary("Put off").WithDescription("Nobody is reminded before then; at most 30 days.");
        commands.MapDelete("/{id}/snooze", (string id, CommandCall call, AlertCommands alert, CloudNow cloud) =>
                SendAsync(call, cloud, (actor, ct) => alert.WakeAsync(actor, id, ct)))
            .AnswersAlert().WithName("wakeAlert").WithSummary("Take back").WithDescription("It calls again.");
    }

    private static async Task<ListView<AlertView>> ListAsync(HttpRequest request, AlertQueries alerts, CloudNow cloud, CancellationToken ct)
    {
        QueryFields.Demand(request.Query, "state", "page", "pageSize");
        var word = QueryFields.Text(request.Query, "state") ?? nameof(AlertShelf.Open);
        if (!Enum.TryParse<AlertShelf>(word, ignoreCase: true, out var shelf) || !Enum.IsDefined(shelf))
            throw ApiProblem.BadRequest($"state is one of {string.Join(", ", Enum.GetNames<AlertShelf>())}, not '{word}'.");
        var wanted = ListQuery.Page(request);
        var page = await alerts.ListAsync(shelf, wanted.Offset, wanted.Limit, ct);
        var now = cloud.UtcNow;
        return new ListView<AlertView>([.. page.Items.Select(row => AlertView.From(row, now))], page.Total, now);
    }

    private static async Task<AlertView> GetAsync(string id, AlertQueries alerts, CloudNow cloud, CancellationToken ct) =>
        await alerts.GetAsync(id, ct) is { } row ? AlertView.From(row, cloud.UtcNow) : throw ApiProblem.NotFound("alert", id);

    private static async Task<IResult> SendAsync(CommandCall call, CloudNow cloud, Func<Actor, CancellationToken, Task<AlertOutcome>> send)
    {
        QueryFields.Demand(call.Request.Query);
        await JsonBody.DemandNoneAsync(call.Request);
        return Answer(await send(call.Actor, call.Aborted), cloud);
    }

    private static IResult Answer(AlertOutcome outcome, CloudNow cloud) => outcome switch
    {
        { Alert: { } alert } => TypedResults.Ok(AlertView.From(alert, cloud.UtcNow)),
        { Refusal: Refusal.Invalid } => new ApiProblem(StatusCodes.Status400BadRequest, "Not possible as asked", outcome.Message!).ToResult(),
        { Refusal: Refusal.NotFound } => new ApiProblem(StatusCodes.Status404NotFound, "Not found", outcome.Message!).ToResult(),
        { Refusal: Refusal.Conflict } => new ApiProblem(StatusCodes.Status409Conflict, "Not possible now", outcome.Message!).ToResult(),
        _ => new ApiProblem(StatusCodes.Status403Forbidden, "Not allowed", outcome.Message!).ToResult(),
    };

    private static RouteHandlerBuilder AnswersAlert(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<AlertView>()
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
}

/// <summary>Until when.</summary>
/// <param name="Until">An instant of the cloud's clock, at most 30 days ahead.</param>
public sealed record SnoozeBody(DateTimeOffset Until);
