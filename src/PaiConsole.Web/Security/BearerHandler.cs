using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace PaiConsole.Web.Security;

/// <summary>Signs in a script by <c>Authorization: Bearer &lt;token&gt;</c>.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ITokenVerifier tokens, BearerThrottle throttle)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    internal const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";
    private const string Unknown = "The token is not known.";

    /// <summary>The request carries a bearer token, right or wrong.</summary>
    public static bool IsPresented(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsPresented(Request))
            return AuthenticateResult.NoResult();
        var token = Request.Headers.Authorization.ToString()[Prefix.Length..].Trim();
        var address = Context.Connection.RemoteIpAddress?.ToString() ?? "";
        // Nothing tells a guesser that guessing has ended: what is not looked at is answered like what is wrong.
        if (!throttle.Allows(address))
            return AuthenticateResult.Fail(Unknown);
        if (await tokens.VerifyAsync(token, Context.RequestAborted) is not { } identity)
        {
            throttle.Failed(address, token);
            return AuthenticateResult.Fail(Unknown);
        }
        var claims = new ClaimsIdentity(
            [
                new(ClaimTypes.Name, identity.Name),
                new(ClaimTypes.Role, identity.Role.ToString()),
                new(Sessions.TokenId, identity.Id),
            ],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(claims), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
