using System.Globalization;

namespace PaiConsole.Emulator.Dlc;

/// <summary>The log of one pod attempt: grows with the world clock, and any part of it can be read at any time without what came before.</summary>
internal sealed class TrainingLog(Job job, JobPod pod, PodAttempt attempt)
{
    private const int StartupSeconds = 6;
    private const int CheckpointEvery = 40;
    private readonly TrainingRecipe _recipe = new(job);

    /// <summary>Lines written between two instants, oldest first.</summary>
    public IEnumerable<string> Lines(DateTimeOffset from, DateTimeOffset to)
    {
        var (second, milliseconds) = (DateTimeOffset.MinValue, 0);
        foreach (var (at, text) in All(from, to > job.World.Now ? job.World.Now : to))
        {
            if (at < from || at > to)
                continue;
            var own = (int)(Signal.Hash(text, at.ToUnixTimeSeconds()) % 120);
            (second, milliseconds) = (at, at == second ? Math.Min(999, milliseconds + 1 + own) : own);
            yield return string.Create(CultureInfo.InvariantCulture, $"[{at.UtcDateTime:yyyy-MM-dd HH:mm:ss},{milliseconds:000}] [{(JobEnd.IsTrouble(text) ? "ERROR" : "INFO")}] {text}");
        }
    }

    private IEnumerable<(DateTimeOffset At, string Text)> All(DateTimeOffset from, DateTimeOffset to)
    {
        if (attempt.Started is not { } started)
            yield break;
        double ranBefore = 0;
        foreach (var (begin, end) in job.Runs())
        {
            var until = end ?? job.World.Now;
            var mine = begin >= started && (attempt.Finished is null || begin < attempt.Finished);
            if (mine && begin <= to && until >= from)
            {
                foreach (var line in Startup(begin, ranBefore))
                    if (line.At <= until)
                        yield return line;
                foreach (var line in Steps(begin, until, ranBefore, from, to))
                    yield return line;
                if (end is { } ended)
                    foreach (var text in JobEnd.Lines(job, _recipe, ended, ranBefore + (ended - begin).TotalSeconds))
                        yield return (ended, text);
            }

            ranBefore += (until - begin).TotalSeconds;
        }
    }

    private IEnumerable<(DateTimeOffset At, string Text)> Startup(DateTimeOffset begin, double ranBefore)
    {
        var nodes = job.Request.Nodes;
        var world = nodes * _recipe.Gpus;
        var master = $"{job.Id}-master-0";
        yield return (begin, $"Starting {_recipe.Script} in {pod.Id}, {pod.Role.Sku}");
        yield return (begin.AddSeconds(1), FormattableString.Invariant($"torchrun: nnodes={nodes} nproc_per_node={_recipe.Gpus} node_rank={pod.Rank} rdzv_backend=c10d rdzv_endpoint={master}:23456"));
        yield return (begin.AddSeconds(2), FormattableString.Invariant($"NCCL INFO Bootstrap: Using eth0:{pod.Ip}<0>"));
        yield return (begin.AddSeconds(2), "NCCL INFO NET/Socket: Using [0]eth0");
        yield return (begin.AddSeconds(3), FormattableString.Invariant($"NCCL INFO comm 0x{Signal.Hash(pod.Id, 6) >> 16:x} rank {pod.Rank * _recipe.Gpus} nranks {world} cudaDev 0 - Init COMPLETE"));
        yield return (begin.AddSeconds(4), FormattableString.Invariant($"Initialised process group: world size {world}"));
        yield return ranBefore > 0
            ? (begin.AddSeconds(5), FormattableString.Invariant($"Resuming from checkpoint at step {_recipe.StepAt(ranBefore)}"))
            : (begin.AddSeconds(5), FormattableString.Invariant($"Training from scratch for {_recipe.Epochs} epochs, {_recipe.Steps} steps"));
    }

    private IEnumerable<(DateTimeOffset At, string Text)> Steps(DateTimeOffset begin, DateTimeOffset until, double ranBefore, DateTimeOffset from, DateTimeOffset to)
    {
        // Straight to the first line that is asked for: a long job's log is never written out from its beginning.
        var first = Math.Max(1, (long)Math.Floor((from - begin).TotalSeconds / _recipe.Interval));
        for (var index = first; ; index++)
        {
            var after = index * _recipe.Interval;
            var at = begin.AddSeconds(after);
            if (at >= until || at > to)
                yield break;
            if (after <= StartupSeconds || (pod.Rank > 0 && index % 10 != 0))
                continue;
            yield return (at, (pod.Rank > 0 ? string.Create(CultureInfo.InvariantCulture, $"[rank{pod.Rank * _recipe.Gpus}] ") : "") + _recipe.StepLine(ranBefore + after));
            if (pod.Rank == 0 && index % CheckpointEvery == 0)
                yield return (at, string.Create(CultureInfo.InvariantCulture, $"Saved checkpoint to /mnt/output/checkpoints/step-{_recipe.StepAt(ranBefore + after)}.pt"));
        }
    }
}
