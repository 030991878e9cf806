using System.Security.Cryptography;
using PaiConsole.Web.Security;
using Scalar.AspNetCore;

namespace PaiConsole.Web.Api.Docs;

/// <summary>The description at <c>/openapi/v1.json</c>, and a page to read and try it at <c>/scalar</c>.</summary>
internal static class ApiDocs
{
    public static void MapConsoleApiDocs(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/scalar", (options, http) =>
        {
            // Scalar configures itself with a script in the page: the one of this answer is let through, and no other.
            var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Policy($"'self' 'nonce-{nonce}'");
            options.WithNonce(nonce)
                .WithTitle("PaiConsole API")
                .DisableDefaultFonts()
                .DisableTelemetry()
                .DisableAgent()
                .DisableMcp()
                .HideDeveloperTools()
                .HideClientButton()
                .AddPreferredSecuritySchemes("bearer");
        });
    }
}
