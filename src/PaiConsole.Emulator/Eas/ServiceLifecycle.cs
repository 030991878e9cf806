using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Eas;

/// <summary>How a model service moves. How long Waiting and Scaling take is up to the service: a large model loads longer than a small one.</summary>
internal static class ServiceLifecycle
{
    /// <summary>Entered at the end of Deleting: the service is gone.</summary>
    public const string Gone = "Gone";

    private static readonly string[] Up = ["Running", "Updating", "Scaling", "Waiting", "Failed"];

    public static readonly Lifecycle Table = new(
        Product.Eas,
        "service",
        [
            new("Creating", "Waiting", 8),
            new("Starting", "Waiting", 5),
            new("Updating", "Waiting", 15),
            new("Waiting", "Running", 90),
            new("Scaling", "Running", 60),
            new("Stopping", "Stopped", 12),
            new("Deleting", Gone, 8),
        ],
        [
            new("UpdateService", Up, "Updating"),
            new("StartService", ["Stopped", "Failed"], "Starting"),
            new("StopService", [.. Up, "Creating", "Starting"], "Stopping"),
            new("RestartService", ["Running", "Failed"], "Waiting"),
            new("ScaleService", ["Running", "Scaling"], "Scaling"),
            new("DeleteService", [.. Up, "Creating", "Starting", "Stopping", "Stopped"], "Deleting"),
        ]);

    /// <summary>The word and the sentence that go with a status when nothing particular happened.</summary>
    public static (string Reason, string Message) Usual(string status) => status switch
    {
        "Creating" => ("CREATING", "Service is being created"),
        "Starting" => ("STARTING", "Service is being started"),
        "Waiting" => ("WAITING", "Service is waiting for its instances to be ready"),
        "Running" => ("RUNNING", "Service is running"),
        "Updating" => ("UPDATING", "Service is being updated"),
        "Scaling" => ("SCALING", "Service is being scaled"),
        "Stopping" => ("STOPPING", "Service is being stopped"),
        "Stopped" => ("STOPPED", "Service is stopped"),
        "Deleting" => ("DELETING", "Service is being deleted"),
        _ => (status.ToUpperInvariant(), "Service is " + status),
    };
}
