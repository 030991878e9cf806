using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dsw;

/// <summary>How a notebook instance moves. About 90 s of world time from creation to Running, 15 s to stop.</summary>
internal static class NotebookLifecycle
{
    /// <summary>Entered at the end of Deleting: the instance is gone.</summary>
    public const string Gone = "Gone";

    private static readonly string[] AtRest = ["Stopped", "Failed", "SaveFailed"];

    public static readonly Lifecycle Table = new(
        Product.Dsw,
        "instance",
        [
            new("Creating", "ResourceAllocating", 5),
            new("Queuing", "ResourceAllocating", 60),
            new("ResourceAllocating", "EnvPreparing", 35),
            new("EnvPreparing", "Starting", 30),
            new("Starting", "Running", 20),
            new("Saving", "Saved", 60),
            new("Saved", "Stopping", 2),
            new("Stopping", "Stopped", 15),
            new("Updating", "Stopped", 5),
            new("Recovering", "Running", 60),
            new("Deleting", Gone, 5),
        ],
        [
            new("StartInstance", AtRest, "Starting"),
            new("StopInstance", ["Running", "Starting", "EnvPreparing", "ResourceAllocating", "Queuing"], "Stopping"),
            new("SaveAndStop", ["Running"], "Saving"),
            new("CreateInstanceSnapshot", ["Running"], "Saving"),
            new("UpdateInstance", AtRest, "Updating"),
            new("DeleteInstance", AtRest, "Deleting"),
        ]);
}
