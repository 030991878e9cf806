using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary>Marks an endpoint that changes something: only these may be other than GET.</summary>
/// <param name="TakesDryRun"><c>?dryRun=true</c> shows what would be sent.</param>
internal sealed record CommandEndpoint(bool TakesDryRun);

/// <summary>What all commands have in common.</summary>
internal static class Commands
{
    /// <summary>The commands of a resource: limited in rate, refused to viewers, answered with 202 and the operation.</summary>
    public static RouteGroupBuilder MapCommands(this RouteGroupBuilder group) => group.MapGroup("")
        .AddEndpointFilter<CommandRights>()
        .WithMetadata(new CommandEndpoint(TakesDryRun: false))
        .RequireRateLimiting(RateLimits.Commands);

    /// <summary>Says in the description that the command answers with an operation.</summary>
    public static RouteHandlerBuilder AnswersOperation(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<OperationView>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>Says in the description that <c>?dryRun=true</c> answers with what the command would do.</summary>
    public static RouteHandlerBuilder TakesDryRun(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new CommandEndpoint(TakesDryRun: true))
        .Produces<VerbPreviewView>();

    /// <summary>Says in the description that <c>?dryRun=true</c> answers with a preview of the spec.</summary>
    public static RouteHandlerBuilder TakesDryRun<TSpec>(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new CommandEndpoint(TakesDryRun: true))
        .Produces<PreviewView<TSpec>>();
}
