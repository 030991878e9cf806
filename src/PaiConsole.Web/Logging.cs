using System.Globalization;
using Microsoft.AspNetCore.Connections;
using PaiConsole.Web.Api;
using PaiConsole.Web.Hosting;
using Serilog;
using Serilog.Events;
using Serilog.Filters;

namespace PaiConsole.Web;

/// <summary>Structured logs on the console.</summary>
internal static class Logging
{
    /// <summary>
    /// Levels come from the <c>Serilog</c> section. The framework's own request lines are never written, whatever the
    /// level: they carry the query string, and with it a sign-in token. Sinks in the container are written to as well.
    /// </summary>
    public static void AddConsoleLogging(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog((services, logger) => logger
            .ReadFrom.Configuration(builder.Configuration)
            .ReadFrom.Services(services)
            .Enrich.FromLogContext()
            .Filter.ByExcluding(line => IsToldInOneSentence(line.Exception))
            .Filter.ByExcluding(Matching.FromSource("Microsoft.AspNetCore.Hosting.Diagnostics"))
            .WriteTo.Console(
                formatProvider: CultureInfo.InvariantCulture,
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}"));

    /// <summary>A line for each command and each failure: method, path, status, duration, and never the query or a header.</summary>
    public static void UseConsoleRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        // This host's logger, not the static one, which belongs to whichever host of the process was built last.
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = (http, _, fault) => http switch
        {
            _ when fault is not null || http.Response.StatusCode >= StatusCodes.Status500InternalServerError => LogEventLevel.Error,
            { Request: { Method: not "GET", Path: var path } } when path.StartsWithSegments(ConsoleApi.Root, StringComparison.Ordinal) => LogEventLevel.Information,
            _ => LogEventLevel.Debug,
        };
    });

    // The host would log what ConsoleRun says in a sentence as forty lines of stack.
    private static bool IsToldInOneSentence(Exception? fault) =>
        fault is StartFailedException or IOException { InnerException: AddressInUseException };
}
