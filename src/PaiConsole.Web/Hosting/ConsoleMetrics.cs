using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;
using PaiConsole.Engine;
using PaiConsole.Engine.Syncing;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Hosting;

/// <summary><c>/metrics</c> for Prometheus: requests, calls to the cloud, and how the looks at it are going.</summary>
internal static class ConsoleMetrics
{
    private const string Name = "PaiConsole.Web";

    /// <summary>Collects the framework's, the cloud client's and the console's own instruments.</summary>
    public static void AddConsoleMetrics(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Routing")
            // Not Components.Lifecycle: with it every prerendered page throws and catches once for each batch that it draws.
            .AddMeter("Microsoft.AspNetCore.Diagnostics", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits")
            .AddMeter("PaiConsole.*")
            .AddPrometheusExporter());
    }

    /// <summary>Maps it, for whoever has a token of any role.</summary>
    public static void MapConsoleMetrics(this WebApplication app)
    {
        var health = app.Services.GetRequiredService<SyncHealth>();
        var cloud = app.Services.GetRequiredService<CloudNow>();
        var census = app.Services.GetRequiredService<CircuitCensus>();
        var meter = app.Services.GetRequiredService<IMeterFactory>().Create(Name);
        meter.CreateObservableGauge("paiconsole.circuits", () => census.Count, description: "Pages that are connected now.");
        meter.CreateObservableGauge(
            "paiconsole.sync.failed_looks",
            () => health.All.Select(look => new Measurement<int>(look.Value.FailedLooks, new KeyValuePair<string, object?>("sync", look.Key))),
            description: "Looks at the cloud that failed in a row.");
        meter.CreateObservableGauge(
            "paiconsole.sync.age",
            () => health.All.Where(look => look.Value.AsOf is not null)
                .Select(look => new Measurement<double>((cloud.UtcNow - look.Value.AsOf!.Value).TotalSeconds, new KeyValuePair<string, object?>("sync", look.Key))),
            "s", "Age of the last good look, by the cloud's clock.");
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization();
    }
}
