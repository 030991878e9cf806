using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dlc;

/// <summary>How a training job moves. What follows Running, Queuing of a spot job without stock, and the Reserving states is up to the job.</summary>
internal static class JobLifecycle
{
    private static readonly HashSet<string> Final = new(StringComparer.Ordinal) { "Succeeded", "Failed", "Stopped" };

    public static readonly Lifecycle Table = new(
        Product.Dlc,
        "job",
        [
            new("Creating", "Queuing", 2),
            new("Queuing", "EnvPreparing", 20),
            new("Bidding", "EnvPreparing", 30),
            new("EnvPreparing", "Running", 25),
            new("SanityChecking", "Running", 60),
            new("Restarting", "Queuing", 5),
            new("Stopping", "Stopped", 10),
        ],
        [
            new("StopJob",
                ["Creating", "Queuing", "Bidding", "EnvPreparing", "SanityChecking", "Running", "Restarting", "SucceededReserving", "FailedReserving"],
                "Stopping"),
            new("DeleteJob", [.. Final], "Deleted"),
            new("Reclaim", ["Running"], "Restarting"),
        ]);

    public static bool IsFinal(string status) => Final.Contains(status);
}
