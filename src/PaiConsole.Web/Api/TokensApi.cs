using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Access;
using PaiConsole.Web.Api.Bodies;
using PaiConsole.Web.Api.Views;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/tokens</c>: API tokens, for admins.</summary>
internal static class TokensApi
{
    public static void Map(RouteGroupBuilder tokens)
    {
        tokens.MapGet("", ListAsync).ProducesProblem(StatusCodes.Status403Forbidden)
            .WithName("listTokens").WithSummary("Tokens").WithDescription("Those that are not revoked, without their secrets.");

        var commands = tokens.MapCommands();
        commands.MapPost("", CreateAsync).Accepts<TokenBody>("application/json").Produces<NewTokenView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
            .WithName("createToken").WithSummary("Make a token").WithDescription("The secret is told once and kept only as a hash.");
        commands.MapDelete("/{id}", RevokeAsync).Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("revokeToken").WithSummary("Revoke a token").WithDescription("At once; its sessions end with it.");
    }

    private static async Task<ListView<TokenView>> ListAsync(HttpContext http, TokenService tokens, TimeProvider time, CancellationToken ct) =>
        ListViews.Whole(await tokens.ListAsync(http.User.ToActor(), ct), time.GetUtcNow(), TokenView.From);

    private static async Task<IResult> CreateAsync(CommandCall call, TokenService tokens)
    {
        QueryFields.Demand(call.Request.Query);
        var body = await JsonBody.ReadAsync<TokenBody>(call.Request);
        if (string.IsNullOrWhiteSpace(body.Name) || body.Name.Length > 100)
            throw ApiProblem.BadRequest("name has 1 to 100 characters.");
        var (row, secret) = await tokens.CreateAsync(call.Actor, body.Name, body.Role, call.Aborted);
        call.Request.HttpContext.Response.Headers.CacheControl = "no-store";
        var view = TokenView.From(row);
        return Results.Created($"{ConsoleApi.Root}/tokens/{row.Id}", new NewTokenView(view.Id, view.Name, view.Role, secret));
    }

    private static async Task<IResult> RevokeAsync(string id, CommandCall call, TokenService tokens)
    {
        QueryFields.Demand(call.Request.Query);
        return await tokens.RevokeAsync(call.Actor, id, call.Aborted) ? Results.NoContent() : throw ApiProblem.NotFound("token", id);
    }
}

/// <summary>A token to be made.</summary>
/// <param name="Name">What it is for, at most 100 characters; its holder acts under this name.</param>
/// <param name="Role">viewer, operator or admin.</param>
public sealed record TokenBody(string Name, Role Role);
