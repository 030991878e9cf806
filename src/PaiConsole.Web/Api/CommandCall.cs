using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Operations;
using PaiConsole.Web.Api.Bodies;
using PaiConsole.Web.Api.Views;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Api;

/// <summary>A command as it came in over HTTP, and how it is answered.</summary>
internal sealed class CommandCall
{
    private readonly HttpContext _http;

    private CommandCall(HttpContext http) => _http = http;

    /// <summary>Minimal APIs make it for handlers that ask for one.</summary>
    public static ValueTask<CommandCall?> BindAsync(HttpContext http) => ValueTask.FromResult<CommandCall?>(new CommandCall(http));

    /// <summary>Who asks.</summary>
    public Actor Actor => _http.User.ToActor();

    /// <summary>The request itself.</summary>
    public HttpRequest Request => _http.Request;

    /// <summary>The caller is gone when this is cancelled.</summary>
    public CancellationToken Aborted => _http.RequestAborted;

    /// <summary><c>Idempotency-Key</c>: a repeat with the same key is answered with the first operation.</summary>
    /// <exception cref="ApiProblem">It is empty or longer than 200 characters.</exception>
    public string? Key => _http.Request.Headers.TryGetValue("Idempotency-Key", out var values)
        ? values.ToString() is { Length: > 0 and <= 200 } key ? key : throw ApiProblem.BadRequest("Idempotency-Key has 1 to 200 characters.")
        : null;

    /// <summary><c>?dryRun=true</c>. Anything else in the query is refused: a misspelt dryRun must not become a command.</summary>
    /// <exception cref="ApiProblem">Another parameter, or another value than true or false.</exception>
    public bool ReadDryRun()
    {
        QueryFields.Demand(_http.Request.Query, "dryRun");
        return QueryFields.Flag(_http.Request.Query, "dryRun");
    }

    /// <summary>Sends a command without a body, or shows what it would do.</summary>
    public async Task<IResult> SendAsync(Func<Actor, CommandAsk, CancellationToken, Task<CommandOutcome>> send)
    {
        var ask = new CommandAsk(Key, ReadDryRun());
        await JsonBody.DemandNoneAsync(_http.Request);
        return Answer(await send(Actor, ask, Aborted));
    }

    /// <summary>Sends a command with a JSON body, or shows what it would do.</summary>
    public async Task<IResult> SendAsync<T>(Func<Actor, T, CommandAsk, CancellationToken, Task<CommandOutcome>> send)
    {
        var ask = new CommandAsk(Key, ReadDryRun());
        return Answer(await send(Actor, await JsonBody.ReadAsync<T>(_http.Request), ask, Aborted));
    }

    /// <summary>Answers with the operation, with what it would be, or with the reason why there is none.</summary>
    public static IResult Answer(CommandOutcome outcome) => outcome switch
    {
        { Operation: { } operation } => Results.Accepted($"{ConsoleApi.Root}/operations/{operation.Id}", OperationView.From(operation)),
        { Preview: { } preview } => TypedResults.Ok(VerbPreviewView.From(preview)),
        { Refusal: Refusal.Invalid } => Problem(StatusCodes.Status400BadRequest, "Not possible as asked", outcome),
        { Refusal: Refusal.NotFound } => Problem(StatusCodes.Status404NotFound, "Not found", outcome),
        { Refusal: Refusal.Conflict } => Problem(StatusCodes.Status409Conflict, "Not possible now", outcome),
        _ => Problem(StatusCodes.Status403Forbidden, "Not allowed", outcome),
    };

    private static IResult Problem(int status, string title, CommandOutcome outcome) =>
        new ApiProblem(status, title, outcome.Message ?? title) { Findings = outcome.Findings }.ToResult();
}
