using PaiConsole.Engine;

namespace PaiConsole.Web.Hosting;

/// <summary>What runs behind the pages.</summary>
internal static class ConsoleEngine
{
    /// <summary>The embedded emulator where there is one, and the engine after it.</summary>
    public static void AddConsoleEngine(this IServiceCollection services, IConfiguration configuration)
    {
        EmbeddedEmulator.AddTo(services, configuration);
        services.AddPaiConsoleEngine(configuration);
    }
}
