using Microsoft.AspNetCore.Connections;
using PaiConsole.Engine.Persistence;

namespace PaiConsole.Web.Hosting;

/// <summary>The console cannot start for a reason that a person can remove; the message is one sentence that says how.</summary>
internal sealed class StartFailedException(string message, Exception cause) : Exception(message, cause);

/// <summary>Runs the console until it is told to stop.</summary>
internal static class ConsoleRun
{
    /// <summary>The exit code: 0 after a stop, 1 after saying in one sentence why the console could not start.</summary>
    public static async Task<int> RunConsoleAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception fault) when (fault is StartFailedException or DatabaseRefusedException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{fault.Message} Stop the other program, or set ASPNETCORE_URLS to another address.");
        }
        return 1;
    }
}
