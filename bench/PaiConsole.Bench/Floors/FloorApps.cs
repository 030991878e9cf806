using Hangfire;
using Hangfire.InMemory;
using Hangfire.States;
using MudBlazor.Services;

namespace PaiConsole.Bench.Floors;

/// <summary>
/// The smallest programs that do the same kind of work as the console: what the framework costs by itself. Each runs as a
/// process of its own (<c>PaiConsole.Bench floor NAME URL</c>), as the console does.
/// </summary>
internal static class FloorApps
{
    public const string Word = "floor";

    /// <summary>Runs the floor named on the command line until it is told to stop.</summary>
    public static async Task<int> RunAsync(string name, string url)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(FloorApps).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets().UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddSingleton<Pulse>();
        if (name == "mud")
            builder.Services.AddMudServices();
        if (name == "hangfire")
            builder.Services.AddHangfire(hangfire => hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) }));

        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        if (name == "hangfire")
        {
            Sow(app.Services.GetRequiredService<IBackgroundJobClient>());
            app.MapHangfireDashboard("/hangfire", new DashboardOptions { Authorization = [] });
        }
        app.MapPost("/pulse", (Pulse pulse, string text) => pulse.Beat(text));
        app.MapRazorComponents<FloorDocument>().AddInteractiveServerRenderMode();
        await app.RunAsync();
        return 0;
    }

    // Its page reads fifty of them and the number of all: more would only take longer to sow.
    private static void Sow(IBackgroundJobClient jobs)
    {
        for (var i = 0; i < 10_000; i++)
            jobs.Create(() => Console.Write(""), new SucceededState(null, 0, 0));
    }
}
