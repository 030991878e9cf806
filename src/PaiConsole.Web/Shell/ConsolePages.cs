using PaiConsole.Web.Security;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using MudBlazor.Services;
using PaiConsole.Web.Notebooks;
using PaiConsole.Web.Resources;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shared.Commands;
using PaiConsole.Web.Shared.Feeds;
using PaiConsole.Web.Shared.Tables;

namespace PaiConsole.Web.Shell;

/// <summary>The pages, their languages and their assets.</summary>
internal static class ConsolePages
{
    /// <summary>The languages, the first one being the fallback.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh-CN"];

    /// <summary>Registers Blazor Server with limits, MudBlazor, the languages and the services of the frame.</summary>
    public static void AddConsolePages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(LimitCircuits)
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = 32 * 1024);
        services.AddMudServices();
        services.AddLocalization();
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.AddSingleton<IStringLocalizerFactory, RememberedWords>();
        // Chinese leaves as text, not as numeric entities; what could end a tag or an attribute is still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(new ConsoleSettings(configuration));
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler, PresenceHandler>();
        services.AddScoped<WorldTicker>();
        services.AddScoped<PaletteSwitch>();
        services.AddScoped<Confirm>();
        services.AddScoped<FeedViews>();
        services.AddScoped<RowCells>();
        services.AddScoped(CommandDesk.Of);
        services.AddScoped<NotebookVerbs>().AddScoped<Jobs.JobVerbs>().AddScoped<Services.ServiceVerbs>();
        services.AddCascadingValue(provider => provider.GetRequiredService<WorldTicker>().Source);
    }

    private static void LimitCircuits(CircuitOptions circuits)
    {
        circuits.DetailedErrors = false;
        circuits.DisconnectedCircuitMaxRetained = 20;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(60);
        circuits.MaxBufferedUnacknowledgedRenderBatches = 10;
        circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(10);
    }

    /// <summary>A page that fails shows a page that says so, a script gets problem details; neither sees a stack trace.</summary>
    public static void UseConsoleErrors(this WebApplication app)
    {
        // Only for what was asked with GET: a form that was refused must not be posted to the page that says so.
        app.UseWhen(context => HttpMethods.IsGet(context.Request.Method) && !context.Request.IsForPrograms(), pages => pages.UseStatusCodePagesWithReExecute("/sorry", "?code={0}", createScopeForStatusCodePages: true));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => context.Request.IsForPrograms() ? Results.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context) : Task.CompletedTask,
            StatusCodeSelector = fault => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
    }

    /// <summary>Language by <c>?culture=</c>, cookie or browser; a choice in the address is remembered.</summary>
    public static void UseConsoleLanguages(this WebApplication app)
    {
        app.UseRequestLocalization(options => options
            .SetDefaultCulture(Languages[0])
            .AddSupportedCultures([.. Languages])
            .AddSupportedUICultures([.. Languages])
            .ApplyCurrentCultureToResponseHeaders = true);
        app.Use((context, next) =>
        {
            // The circuit is opened by another request, which carries the cookie but not the query.
            if (context.Request.Query.TryGetValue("culture", out var asked) && Languages.Contains(asked.ToString()))
                Remember(context, asked.ToString());
            return next(context);
        });
    }

    /// <summary>Static files of <c>wwwroot</c> and of the packages; anybody may have them.</summary>
    public static void MapConsoleAssets(this WebApplication app) => app.MapStaticAssets().AllowAnonymous();

    /// <summary>The pages and the language switch.</summary>
    public static void MapConsolePages(this WebApplication app)
    {
        app.MapGet("/culture", (HttpContext context, string to, string? back) =>
        {
            if (Languages.Contains(to))
                Remember(context, to);
            return Results.LocalRedirect(back is ['/', not ('/' or '\\'), ..] ? back : "/");
        });
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static void Remember(HttpContext context, string language) => context.Response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.GetCultureInfo(language))),
        new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true });
}
