using Microsoft.AspNetCore.Components;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Notebooks.Guide;

/// <summary>What a person should know before renting a machine: what notebooks are for, which type, what survives, what stops it.</summary>
public sealed partial class GuidePage
{
    private const string Tunnel = "ssh -N -L 6006:127.0.0.1:6006 -p <port> root@<address>";

    private const string Profiling =
        """
        torch.cuda.memory._record_memory_history(max_entries=100_000)
        train_one_step()
        print(torch.cuda.max_memory_allocated() / 2**30, "GiB")
        torch.cuda.memory._dump_snapshot("/mnt/data/memory.pickle")
        """;

    private static readonly string[] Contents = ["Use", "Skus", "Storage", "Idle", "Image", "Ssh", "Memory"];

    // Where, what is left after 15 days stopped, and after a delete.
    private static readonly (string Key, string Fifteen, string Deleted)[] Places =
        [("Oss", "Kept", "Kept"), ("Nas", "Kept", "Kept"), ("Disk", "Cleared", "Deleted"), ("Memory", "Lost", "Lost")];

    private static readonly (string Key, string Icon)[] Stops = [("Rule", "timer"), ("Timer", "clock"), ("Advice", "info")];

    [Inject] private ConsoleSettings Settings { get; set; } = default!;
}
