using System.Globalization;
using PaiConsole.Emulator.Dlc.Checkpoints;

namespace PaiConsole.Emulator.Dlc;

/// <summary>The log of one pod attempt: grows with the world clock, and any part of it can be read at any time without what came before.</summary>
internal sealed class TrainingLog(Job job, JobPod pod, PodAttempt attempt)
{
    private const int StartupSeconds = 6;
    private const int BarEvery = 10;

    /// <summary>A script whose output folder is unknown saves beside itself, after so many of its lines.</summary>
    private const int LocalSaveEvery = 40;
    private readonly TrainingRecipe _recipe = job.Recipe;

    /// <summary>Lines written between two instants, oldest first.</summary>
    public IEnumerable<string> Lines(DateTimeOffset from, DateTimeOffset to)
    {
        var (second, milliseconds) = (DateTimeOffset.MinValue, 0);
        to = to > job.World.Now ? job.World.Now : to;
        foreach (var (at, text) in Merged(All(from, to), job.ExtraLog?.Lines(pod, attempt, from, to) ?? []))
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
        var run = -1;
        foreach (var (begin, end) in job.Runs())
        {
            run++;
            var until = end ?? job.World.Now;
            if (begin < started || begin >= attempt.Finished || begin > to || until < from)
                continue;
            var start = job.StartOf(run);
            foreach (var line in Startup(begin, start))
                if (line.At <= until)
                    yield return line;
            var steps = job.Outcome.EndsBeforeTraining ? [] : Steps(begin, until, start, from, to);
            foreach (var line in pod.Rank > 0 ? steps : Merged(steps, Saves(begin, until, start, from, to)))
                yield return line;
            if (end is { } ended)
                foreach (var text in JobEnd.Lines(job, ended, _recipe.StepAt(start.DoneSeconds + (ended - begin).TotalSeconds), (ended - begin).TotalSeconds))
                    yield return (ended, text);
        }
    }

    private IEnumerable<(DateTimeOffset At, string Text)> Startup(DateTimeOffset begin, TrainingStart start)
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
        if (job.Outcome.EndsBeforeTraining)
            yield break;
        foreach (var skipped in start.Skipped)
            yield return (begin.AddSeconds(5), "Skipping incomplete checkpoint " + skipped);
        yield return (begin.AddSeconds(5), start.Step > 0
            ? FormattableString.Invariant($"Resuming from checkpoint {start.From} at step {start.Step}")
            : FormattableString.Invariant($"Training from scratch for {_recipe.Epochs} epochs, {_recipe.Steps} steps"));
    }

    private IEnumerable<(DateTimeOffset At, string Text)> Steps(DateTimeOffset begin, DateTimeOffset until, TrainingStart start, DateTimeOffset from, DateTimeOffset to)
    {
        // Straight to the first line that is asked for: a long job's log is never written out from its beginning.
        var first = Math.Max(start.Step, _recipe.StepAt(start.DoneSeconds + (from - begin).TotalSeconds)) / _recipe.StepsPerLine;
        for (var index = Math.Max(1, first); index <= _recipe.Steps / _recipe.StepsPerLine; index++)
        {
            var step = index * _recipe.StepsPerLine;
            var after = step * _recipe.SecondsPerStep - start.DoneSeconds;
            // Whole seconds, as all of the wire's: a line between two of them could be asked for by nobody.
            var at = begin.AddSeconds(Math.Floor(after));
            if (at >= until || at > to)
                yield break;
            if (after <= StartupSeconds || (pod.Rank > 0 && index % 10 != 0))
                continue;
            yield return (at, (pod.Rank > 0 ? string.Create(CultureInfo.InvariantCulture, $"[rank{pod.Rank * _recipe.Gpus}] ") : "") + _recipe.StepLine(step));
            if (pod.Rank == 0 && index % BarEvery == 0)
                yield return (at, _recipe.ProgressBar(step));
            if (pod.Rank == 0 && job.Plan is null && index % LocalSaveEvery == 0)
                yield return (at, string.Create(CultureInfo.InvariantCulture, $"Saved checkpoint to ./checkpoints/step-{step}.pt"));
        }
    }

    private IEnumerable<(DateTimeOffset At, string Text)> Saves(DateTimeOffset begin, DateTimeOffset until, TrainingStart start, DateTimeOffset from, DateTimeOffset to)
    {
        if (job.Plan is not { } plan)
            yield break;
        var takes = new CheckpointFiles(job).At(plan.EverySteps).Sum(f => f.WriteSeconds);
        var before = Math.Max(start.Step, _recipe.StepAt(start.DoneSeconds + (from - begin).TotalSeconds - takes));
        for (var step = before / plan.EverySteps * plan.EverySteps + (before > start.Step ? 0 : plan.EverySteps); step <= _recipe.Steps; step += plan.EverySteps)
        {
            var at = begin.AddSeconds(Math.Ceiling(step * _recipe.SecondsPerStep - start.DoneSeconds));
            if (at >= until || at > to)
                yield break;
            var path = $"{plan.Folder}/{CheckpointPlan.Name(step)}";
            if (step > start.Step)
                yield return (at, "Saving model checkpoint to " + path);
            if (step > start.Step && at.AddSeconds(takes) is var saved && saved < until)
                yield return (saved, string.Create(CultureInfo.InvariantCulture, $"Saved checkpoint {path} in {takes} s"));
        }
    }

    /// <summary>Two logs, each in order of time, as one.</summary>
    private static IEnumerable<(DateTimeOffset At, string Text)> Merged(IEnumerable<(DateTimeOffset At, string Text)> first, IEnumerable<(DateTimeOffset At, string Text)> second)
    {
        using var a = first.GetEnumerator();
        using var b = second.GetEnumerator();
        var (hasA, hasB) = (a.MoveNext(), b.MoveNext());
        while (hasA || hasB)
        {
            if (hasA && (!hasB || a.Current.At <= b.Current.At))
            {
                yield return a.Current;
                hasA = a.MoveNext();
            }
            else
            {
                yield return b.Current;
                hasB = b.MoveNext();
            }
        }
    }
}
