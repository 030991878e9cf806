using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using PaiConsole.Emulator.Oss;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator;

/// <summary>A running emulator: every PAI product on one URL, OSS on another.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WebApplication _oss;

    private EmulatorHost(WebApplication app, WebApplication oss, World.World world) =>
        (_app, _oss, World, Url, OssUrl) = (app, oss, world, Address(app), Address(oss));

    /// <summary>Where it really listens, without a trailing slash.</summary>
    public string Url { get; }

    /// <summary>Where OSS really listens, without a trailing slash.</summary>
    public string OssUrl { get; }

    /// <summary>The emulated world, for tests in the same process.</summary>
    public World.World World { get; }

    /// <summary>Sows the world and starts listening.</summary>
    /// <param name="options">What to start.</param>
    /// <param name="time">The real clock; the system's when null. The world's clock runs over it.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">A URL is taken.</exception>
    public static async Task<EmulatorHost> StartAsync(EmulatorOptions options, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        World.World world = new(options, time ?? TimeProvider.System);
        world.Do(() => Seeds.Sow(world));

        var app = await ListenAsync(options.Url, web => WireSurface.Map(web, world), cancellationToken);
        try
        {
            return new EmulatorHost(app, await ListenAsync(options.OssListensAt, web => OssSurface.Map(web, world), cancellationToken), world);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops listening. Calls that hang in an injected fault are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new();
        await now.CancelAsync();
        await _oss.StopAsync(now.Token);
        await _oss.DisposeAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private static async Task<WebApplication> ListenAsync(string url, Action<WebApplication> map, CancellationToken cancellationToken)
    {
        // An empty builder: the embedding process's settings and environment are none of the emulator's business.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        map(app);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return app;
    }

    private static string Address(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First().TrimEnd('/');
}
