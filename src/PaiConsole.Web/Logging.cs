using System.Globalization;
using Serilog;

namespace PaiConsole.Web;

/// <summary>Structured logs on the console.</summary>
internal static class Logging
{
    /// <summary>
    /// Levels come from the <c>Serilog</c> section. Request lines of the framework stay at Warning: they would
    /// carry the query string, and with it a sign-in token.
    /// </summary>
    public static void AddConsoleLogging(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog(logger => logger
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(
                formatProvider: CultureInfo.InvariantCulture,
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}"));
}
