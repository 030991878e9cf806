namespace PaiConsole.Domain.Jobs;

/// <summary>Environment variables that DLC puts into every pod of a PyTorch job.</summary>
public static class DlcEnvironment
{
    /// <summary>
    /// The names. WORLD_SIZE counts nodes and RANK is the node's index, 0 for the master; LOCAL_RANK is not among
    /// them: torchrun sets it for each process.
    /// </summary>
    public static IReadOnlyList<string> Injected { get; } = ["MASTER_ADDR", "MASTER_PORT", "WORLD_SIZE", "RANK", "NPROC_PER_NODE"];
}
