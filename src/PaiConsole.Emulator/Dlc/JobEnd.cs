using System.Globalization;

namespace PaiConsole.Emulator.Dlc;

/// <summary>The last words in a log, by the way a run ended.</summary>
internal static class JobEnd
{
    private static readonly string[] Trouble = ["Traceback", "Error", "error", "  File", "Killed", "Watchdog", "No such file"];

    public static bool IsTrouble(string text) => Trouble.Any(t => text.Contains(t, StringComparison.Ordinal));

    /// <param name="job">The job.</param>
    /// <param name="ended">World time at which the run ended.</param>
    /// <param name="reached">Step it had reached.</param>
    /// <param name="ran">World seconds that run took.</param>
    public static IEnumerable<string> Lines(Job job, DateTimeOffset ended, int reached, double ran)
    {
        var recipe = job.Recipe;
        var step = reached.ToString(CultureInfo.InvariantCulture);
        if (job.Replaced?.FirstOrDefault(r => r.At == ended) is { } lost)
            return lost.Reason == Replacement.NodeFault
                ? ["torch.AcceleratorError: CUDA error: uncorrectable ECC error encountered", $"Cut off at step {step}"]
                : ["Received SIGTERM: the spot instance under a pod is being reclaimed", $"Cut off at step {step}"];
        var next = job.History.FirstOrDefault(h => h.Start == ended && h.Status != "Running").Status;
        if (next == "Stopping")
            return ["Received SIGTERM, shutting down", $"Stopped at step {step}"];
        return job.Outcome.Failure switch
        {
            JobFailure.None =>
            [
                $"Saved final model to {job.Plan?.Folder ?? "/mnt/output/model"}, {step} steps",
                string.Create(CultureInfo.InvariantCulture, $"Training finished in {TimeSpan.FromSeconds(ran):c}"),
            ],
            JobFailure.OutOfMemory =>
            [
                "Traceback (most recent call last):",
                $"  File \"{recipe.Script}\", line 212, in <module>",
                "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has a total capacity of 22.20 GiB of which 1.06 GiB is free.",
                "Killed",
            ],
            JobFailure.CommunicationTimeout =>
            [
                $"[rank0] Watchdog caught collective operation timeout: WorkNCCL(SeqNum={step}, OpType=ALLREDUCE, Timeout(ms)=600000) ran for 600021 milliseconds before timing out.",
                "torch.distributed.DistBackendError: NCCL communicator was aborted on rank 0.",
            ],
            JobFailure.DataNotFound =>
            [
                "Traceback (most recent call last):",
                $"  File \"{recipe.Script}\", line 58, in <module>",
                "FileNotFoundError: [Errno 2] No such file or directory: '/mnt/data/train'",
            ],
            JobFailure.CudaOutOfMemory =>
            [
                "Traceback (most recent call last):",
                $"  File \"{recipe.Script}\", line 212, in <module>",
                "\u001b[1;31mtorch.OutOfMemoryError\u001b[0m: CUDA out of memory. Tried to allocate 3.12 GiB. GPU 0 has a total capacity of 22.20 GiB of which 812.44 MiB is free.",
                string.Create(CultureInfo.InvariantCulture, $"torch.distributed.elastic.multiprocessing.errors.ChildFailedError: exitcode: {job.Outcome.ExitCode}"),
            ],
            JobFailure.ScriptMissing => [$"python: can't open file '/root/{recipe.Script}': [Errno 2] No such file or directory"],
            JobFailure.WrongArgument =>
            [
                $"usage: {recipe.Script} [-h] [--model_name_or_path MODEL] [--output_dir DIR] [--bf16]",
                $"{recipe.Script}: error: unrecognized arguments: {job.Request.Options.Last ?? "--unknown"}",
            ],
            _ =>
            [
                "Traceback (most recent call last):",
                $"  File \"{recipe.Script}\", line 97, in <module>",
                string.Create(CultureInfo.InvariantCulture, $"torch.distributed.elastic.multiprocessing.errors.ChildFailedError: exitcode: {job.Outcome.ExitCode}"),
            ],
        };
    }
}
