using Microsoft.AspNetCore.Components;
using PaiConsole.Emulator;
using PaiConsole.Engine;
using PaiConsole.Engine.Overview;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web;

/// <summary>Where the pages meet the engine, and the emulator that may run inside this process.</summary>
internal static class EngineHosting
{
    /// <summary>Starts an emulated PAI with the console when <c>Pai:Mode</c> is Emulator and <c>Emulator:Embedded</c> is true.</summary>
    public static void AddEmbeddedEmulator(this IServiceCollection services, IConfiguration configuration)
    {
        if (new ConsoleSettings(configuration).IsEmulator && configuration.GetValue("Emulator:Embedded", defaultValue: true))
            services.AddHostedService<EmbeddedEmulator>();
    }

    /// <summary>The engine, and what the frame takes from it: the cloud's clock, search, tokens.</summary>
    public static void AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
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

/// <summary>Starts before the engine, which looks at it at once.</summary>
internal sealed class EmbeddedEmulator(IConfiguration configuration, ILogger<EmbeddedEmulator> log) : IHostedService, IAsyncDisposable
{
    private EmulatorHost? _emulator;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = configuration.GetSection("Emulator").Get<EmulatorOptions>() ?? new EmulatorOptions();
        options.Region = configuration["Pai:Region"] ?? options.Region;
        try
        {
            _emulator = await EmulatorHost.StartAsync(options, cancellationToken: cancellationToken);
        }
        catch (IOException taken)
        {
            throw new InvalidOperationException(
                $"The embedded emulator cannot listen on {options.Url}. Set Emulator:Url to a free address, or Emulator:Embedded to false to use the one that runs there.", taken);
        }
        log.LogInformation("Embedded PAI emulator ({Seed} world) on {Url}", options.Seed, _emulator.Url);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
