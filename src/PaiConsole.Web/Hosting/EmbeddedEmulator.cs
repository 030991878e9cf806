using Microsoft.AspNetCore.Connections;
using PaiConsole.Emulator;

namespace PaiConsole.Web.Hosting;

/// <summary>
/// The local PAI inside this process, so that one command is enough to see the console alive.
/// It listens before the engine looks for the first time, and stops after the engine has stopped.
/// </summary>
internal sealed class EmbeddedEmulator(EmulatorOptions options) : IHostedService, IAsyncDisposable
{
    private EmulatorHost? _emulator;

    /// <summary>Adds it in Emulator mode, unless <c>Emulator:Embedded</c> is false because one runs already. Call before adding the engine.</summary>
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        var mode = configuration["Pai:Mode"] ?? "Emulator";
        if (string.Equals(mode, "Emulator", StringComparison.OrdinalIgnoreCase) && configuration.GetValue("Emulator:Embedded", defaultValue: true))
            services.AddHostedService(_ => new EmbeddedEmulator(configuration.GetSection("Emulator").Get<EmulatorOptions>() ?? new EmulatorOptions()));
    }

    /// <exception cref="StartFailedException">The port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _emulator = await EmulatorHost.StartAsync(options, cancellationToken: cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new StartFailedException(
                $"Something already listens on {options.Url} or where its OSS should ({options.OssUrl ?? "the port after it"}): stop it, set Emulator__Url (and Emulator__OssUrl) to another address, "
                + "or set Emulator__Embedded=false to use the emulator that runs there.",
                taken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _emulator, null) is { } emulator)
            await emulator.DisposeAsync();
    }
}
