using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace PaiConsole.Web.Security;

/// <summary>Makes sessions and ends them: a copied cookie is worthless after its owner signed out.</summary>
internal sealed class Sessions(TimeProvider clock, IConfiguration configuration)
{
    internal const string SessionId = "session";
    internal const string TokenId = "token";
    private const string StartedAt = "started";
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);

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

    /// <summary>Signs the session out everywhere.</summary>
    public void End(ClaimsPrincipal principal)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, at) in _ended)
            if (now - at > Longest)
                _ended.TryRemove(id, out _);
        if (principal.FindFirstValue(SessionId) is { } session)
            _ended[session] = now;
    }

    /// <summary>False once it was signed out, or is older than <c>Auth:SessionMaxHours</c>.</summary>
    public bool IsAlive(ClaimsPrincipal principal) =>
        principal.FindFirstValue(SessionId) is { } session
        && !_ended.ContainsKey(session)
        && long.TryParse(principal.FindFirstValue(StartedAt), CultureInfo.InvariantCulture, out var started)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(started) < Longest;
}
