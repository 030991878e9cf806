using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace PaiConsole.Web.Security;

/// <summary>Is this session still good? Asked on every request, and every minute of an open page.</summary>
internal sealed class SessionCheck(Sessions sessions, ITokenVerifier tokens)
{
    /// <summary>True while the session lives and its token still has the role it started with.</summary>
    public async ValueTask<bool> IsGoodAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        if (principal.FindFirstValue(Sessions.TokenId) is not { } token || !await sessions.IsAliveAsync(principal, cancellation))
            return false;
        var role = await tokens.CurrentRoleAsync(token, cancellation);
        return role is { } now && string.Equals(now.ToString(), principal.FindFirstValue(ClaimTypes.Role), StringComparison.Ordinal);
    }

    /// <summary>Cookie event: an ended session is as good as no cookie.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var check = context.HttpContext.RequestServices.GetRequiredService<SessionCheck>();
        if (context.Principal is null || !await check.IsGoodAsync(context.Principal, context.HttpContext.RequestAborted))
            context.RejectPrincipal();
    }
}
