using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator;

/// <summary>A running emulator: every PAI product on one URL.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmulatorHost(WebApplication app, World.World world, string url) => (_app, World, Url) = (app, world, url);

    /// <summary>Where it really listens, without a trailing slash.</summary>
    public string Url { get; }

    /// <summary>The emulated world, for tests in the same process.</summary>
    public World.World World { get; }

    /// <summary>Sows the world and starts listening.</summary>
    /// <param name="options">What to start.</param>
    /// <param name="time">The real clock; the system's when null. The world's clock runs over it.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The URL is taken.</exception>
    public static async Task<EmulatorHost> StartAsync(EmulatorOptions options, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        World.World world = new(options, time ?? TimeProvider.System);
        world.Do(() => Seeds.Sow(world));

        // An empty builder: the embedding process's settings and environment are none of the emulator's business.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(options.Url);
        var app = builder.Build();
        WireSurface.Map(app, world);
        await app.StartAsync(cancellationToken);
        var url = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return new EmulatorHost(app, world, url.TrimEnd('/'));
    }

    /// <summary>Stops listening. Calls that hang in an injected fault are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
