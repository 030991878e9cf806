using System.Text.Json.Serialization;
using PaiConsole.Web.Api.Docs;

namespace PaiConsole.Web.Api;

/// <summary>What the API needs before it can be mapped.</summary>
internal static class ApiSetup
{
    /// <summary>JSON, limits and the description.</summary>
    public static void AddConsoleApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddProblemDetails();
        services.AddConsoleRateLimits();
        services.AddOpenApi("v1", ApiDescription.Configure);
    }

    /// <summary>A script gets a problem document where a person would get a page.</summary>
    public static void UseConsoleApiErrors(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), api => api.UseStatusCodePages());
}
