using Microsoft.Net.Http.Headers;

namespace PaiConsole.Web.Security;

/// <summary>Headers that keep other sites and injected text from acting in the console's name.</summary>
internal static class SecurityHeaders
{
    /// <summary>The policy, given which scripts may run.</summary>
    // MudBlazor positions popovers and sets its theme by inline styles; scripts are never inline.
    public static string Policy(string scripts) =>
        $"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>Sets the headers on every answer and turns away cross-site websockets.</summary>
    public static void UseConsoleSecurityHeaders(this WebApplication app)
    {
        if (ListenGuard.Addresses(app.Configuration).Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)))
            app.UseHsts();
        var policy = Policy("'self'");
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers[HeaderNames.XFrameOptions] = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            return next(context);
        });
        app.Use(RefuseForeignOrigin);
    }

    // Browsers send cookies with websockets from any site, and antiforgery does not cover them: the Origin must be ours.
    private static Task RefuseForeignOrigin(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)
            && origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        return next(context);
    }
}
