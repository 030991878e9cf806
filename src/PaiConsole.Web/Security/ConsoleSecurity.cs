using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaiConsole.Web.Security;

/// <summary>Signing in and out, by link, token or bearer header; everything else needs it.</summary>
internal static class ConsoleSecurity
{
    private const string EitherScheme = "CookieOrBearer";

    /// <summary>Registers authentication, authorisation and the session check.</summary>
    public static void AddConsoleSecurity(this IServiceCollection services, IConfiguration configuration, IWebHostEnvironment environment)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<BootstrapToken>();
        services.AddSingleton<LoginThrottle>();
        services.AddSingleton<BearerThrottle>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<CircuitCensus>();
        services.AddScoped<SessionCheck>();
        services.AddScoped<AuthenticationStateProvider, ConsoleAuthenticationState>();
        services.AddCascadingAuthenticationState();
        services.AddDataProtection().SetApplicationName("PaiConsole").PersistKeysToFileSystem(KeyFolder(environment));
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, displayName: null, options => options.ForwardDefaultSelector = context =>
                BearerHandler.IsPresented(context.Request) ? BearerHandler.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, configureOptions: null)
            .AddCookie(options => ConfigureCookie(options, configuration));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    // Beside the database, for this user alone: whoever reads these keys can forge a session.
    private static DirectoryInfo KeyFolder(IWebHostEnvironment environment)
    {
        var path = Path.Combine(environment.ContentRootPath, "data", "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options, IConfiguration configuration)
    {
        options.Cookie.Name = "paiconsole";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(configuration.GetValue("Auth:SessionHours", 8));
        options.SlidingExpiration = true;
        options.LoginPath = "/login";
        options.ReturnUrlParameter = "back";
        options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
        options.Events.OnRedirectToLogin = context => RedirectOrAnswer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => RedirectOrAnswer(context, StatusCodes.Status403Forbidden);
    }

    // A script or a circuit gets the plain status; only a person's page request is sent to the sign-in page.
    private static Task RedirectOrAnswer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var isStranger = status == StatusCodes.Status401Unauthorized;
        if (isStranger && !context.Request.IsForPrograms())
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }
        context.Response.StatusCode = status;
        if (isStranger)
            context.Response.Headers.WWWAuthenticate = BearerHandler.SchemeName;
        return Task.CompletedTask;
    }

    /// <summary>Authentication, authorisation and the limit on circuits.</summary>
    public static void UseConsoleSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(CircuitCensus.Limit);
    }

    /// <summary><c>POST /logout</c>; the sign-in page itself is a page.</summary>
    public static void MapConsoleSignIn(this WebApplication app) =>
        app.MapPost("/logout", async (HttpContext context, Sessions sessions, [FromForm] string? from) =>
        {
            await sessions.EndAsync(context.User, context.RequestAborted);
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.LocalRedirect("/login");
        });

    /// <summary><c>/healthz</c>: alive, without a word more.</summary>
    public static void MapConsoleHealth(this WebApplication app) =>
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
}
