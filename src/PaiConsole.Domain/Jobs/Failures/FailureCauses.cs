namespace PaiConsole.Domain.Jobs.Failures;

/// <summary>
/// Tells causes apart by the words of a reason (ReasonCode, ReasonMessage). No document lists the words DLC uses: these are those of
/// Kubernetes, PyTorch, NCCL and Python, which the messages quote. Unverified on a live account.
/// </summary>
public static class FailureCauses
{
    // The first that speaks counts: the particular stands before what it contains.
    private static readonly (FailureCause Cause, string[] Words)[] _words =
    [
        (FailureCause.CudaOutOfMemory, ["cuda out of memory", "cuda_error_out_of_memory", "torch.outofmemoryerror", "cublas_status_alloc_failed"]),
        (FailureCause.NodeFault, ["nodefault", "node fault", "ecc error", "nodelost", "node is not ready", "fallen off the bus", "xid "]),
        (FailureCause.CommunicationTimeout, ["nccl", "watchdog", "rendezvous", "collective operation timeout"]),
        (FailureCause.ImagePull, ["imagepull", "errimagepull", "pull the image", "pull image", "pulling image", "manifest unknown"]),
        (FailureCause.Quota, ["quota", "insufficientbalance", "insufficient balance", "arrear"]),
        (FailureCause.OutOfMemory, ["oomkill", "out of memory", "exit code 137"]),
        (FailureCause.WrongArgument, ["unrecognized arguments", "unrecognised arguments", "the following arguments are required", "invalid choice", "no such option"]),
        (FailureCause.ScriptMissing, ["can't open file", "cannot open file", "no module named", "command not found", "exit code 127"]),
        (FailureCause.DataMissing, ["no such file", "filenotfounderror"]),
    ];

    /// <summary>The cause that a text names; <see cref="FailureCause.Unknown"/> where it names none.</summary>
    public static FailureCause Of(string? text) => text is null
        ? FailureCause.Unknown
        : _words.FirstOrDefault(one => one.Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))).Cause;

    /// <summary>It may go well the next time, with nothing changed.</summary>
    public static bool IsPassing(FailureCause cause) => cause is FailureCause.CommunicationTimeout or FailureCause.NodeFault;
}
