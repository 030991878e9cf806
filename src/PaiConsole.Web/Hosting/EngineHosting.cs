using Microsoft.AspNetCore.Components;
using PaiConsole.Engine;
using PaiConsole.Engine.Overview;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Hosting;

/// <summary>Where the pages meet the engine.</summary>
internal static class EngineHosting
{
    /// <summary>The embedded emulator where there is one, the engine after it, and what the frame takes from it: the cloud's clock, search, tokens.</summary>
    public static void AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
        EmbeddedEmulator.AddTo(services, configuration);
        services.AddPaiConsoleEngine(configuration);
        services.AddSingleton<IWorldTime, CloudTime>();
        services.AddSingleton<INameSearch, EngineSearch>();
        services.AddSingleton<ITokenVerifier, EngineTokens>();
        services.AddSingleton<Gauges>();
    }

    private sealed class CloudTime(CloudNow now) : IWorldTime
    {
        public DateTimeOffset UtcNow => now.UtcNow;
    }

    private sealed class EngineSearch(OverviewQueries overview) : INameSearch
    {
        public async Task<IReadOnlyList<Hit>> FindAsync(string text, int limit, CancellationToken cancellation) =>
            [.. (await overview.SearchAsync(text, limit, cancellation))
                .Select(hit => new Hit(KindPath.Word(hit.Kind), hit.Name, hit.Id, KindPath.Of(hit.Kind, hit.Id)))];
    }
}
