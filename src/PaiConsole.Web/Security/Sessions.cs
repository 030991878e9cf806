using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using PaiConsole.Engine.Access;

namespace PaiConsole.Web.Security;

/// <summary>Makes sessions and ends them: a copied cookie is worthless after its owner signed out.</summary>
internal sealed class Sessions(EndedSessions ended, TimeProvider clock, IConfiguration configuration)
{
    internal const string SessionId = "session";
    internal const string TokenId = "token";
    private const string StartedAt = "started";

    private TimeSpan Longest => TimeSpan.FromHours(configuration.GetValue("Auth:SessionMaxHours", 24));

    /// <summary>The claims of a new session.</summary>
    public ClaimsPrincipal Start(TokenIdentity identity) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.Name, identity.Name),
            new(ClaimTypes.Role, identity.Role.ToString()),
            new(TokenId, identity.Id),
            new(SessionId, Convert.ToHexString(RandomNumberGenerator.GetBytes(16))),
            new(StartedAt, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Signs the session out everywhere, also after a restart.</summary>
    public async Task EndAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (principal.FindFirstValue(SessionId) is { } session)
            await ended.EndAsync(session, now, forget: now - Longest, cancellation);
    }

    /// <summary>False once it was signed out, or is older than <c>Auth:SessionMaxHours</c>.</summary>
    public async ValueTask<bool> IsAliveAsync(ClaimsPrincipal principal, CancellationToken cancellation) =>
        principal.FindFirstValue(SessionId) is { } session
        && long.TryParse(principal.FindFirstValue(StartedAt), CultureInfo.InvariantCulture, out var started)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(started) < Longest
        && !await ended.IsEndedAsync(session, cancellation);
}
