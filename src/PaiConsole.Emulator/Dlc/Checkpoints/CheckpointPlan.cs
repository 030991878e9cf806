using System.Globalization;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc.Checkpoints;

/// <summary>Where and how often a job's script saves its state, as its command tells.</summary>
/// <param name="Folder">Path in the container, without a trailing slash.</param>
/// <param name="Place">The same place in OSS; null where it is on no mount of OSS, so that nothing outlives the pod.</param>
/// <param name="EverySteps">Steps between two checkpoints.</param>
/// <param name="Keep">How many checkpoints stay; null for all.</param>
internal sealed record CheckpointPlan(string Folder, string? Place, int EverySteps, int? Keep)
{
    /// <summary>What transformers' Trainer does when nothing is said.</summary>
    private const int UsualSteps = 500;
    private static readonly string[] FolderOptions = ["output_dir", "save_dir", "checkpoint_dir", "ckpt_dir"];

    /// <summary>The plan; null where the command names no folder for its output, or saves nothing.</summary>
    public static CheckpointPlan? Of(Job job)
    {
        var options = job.Request.Options;
        if (options.Text(FolderOptions) is not { Length: > 0 } folder || options.Text("save_strategy") == "no")
            return null;
        folder = folder.TrimEnd('/');
        var every = options.Text("save_strategy") == "epoch"
            ? Math.Max(1, job.Recipe.Steps / job.Recipe.Epochs)
            : options.Count("save_steps", "save_interval", "checkpointing_steps", "save_every") ?? UsualSteps;
        return new(folder, JobMounts.Place(job, folder), (int)every, (int?)options.Count("save_total_limit", "checkpoints_total_limit"));
    }

    public static string Name(int step) => "checkpoint-" + step.ToString(CultureInfo.InvariantCulture);
}
