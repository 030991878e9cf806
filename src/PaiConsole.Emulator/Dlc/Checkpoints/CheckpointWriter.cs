using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dlc.Checkpoints;

/// <summary>
/// Writes a running job's checkpoints on the world's clock, file after file as long as their size takes, while training goes on. A run that ends in between
/// leaves the files that were there: that is an incomplete checkpoint.
/// </summary>
internal sealed class CheckpointWriter(Job job, CheckpointPlan plan)
{
    private readonly List<Due> _due = [];
    private Queue<CheckpointFile> _left = new();
    private int _writing;

    /// <summary>A run began: plans its next checkpoint.</summary>
    public void Begin(TrainingStart start) => Begin(start, start.Step);

    /// <summary>A job whose past is only remembered takes up its run: its newest checkpoints are there already.</summary>
    public void TakeUp(TrainingStart start)
    {
        Begin(start, job.Step);
        var newest = job.Step / plan.EverySteps * plan.EverySteps;
        for (var step = newest; step > 0 && step > newest - plan.EverySteps * (plan.Keep ?? 1); step -= plan.EverySteps)
            foreach (var file in new CheckpointFiles(job).At(step))
                Put($"{CheckpointPlan.Name(step)}/{file.Name}", file, job.World.Now.AddSeconds((step - job.Step) * job.Recipe.SecondsPerStep));
    }

    /// <summary>The run was cut off: what is not there by now will not come.</summary>
    public void Cut()
    {
        foreach (var due in _due)
            due.Cancel();
        _due.Clear();
        _left.Clear();
    }

    /// <summary>Training came to its end: the last checkpoint is finished, and the model is written beside it.</summary>
    public void Finish()
    {
        var last = job.Recipe.Steps;
        if (last % plan.EverySteps == 0 && _writing != last)
            Save(last);
        while (_left.TryDequeue(out var file))
            Put($"{CheckpointPlan.Name(_writing)}/{file.Name}", file);
        Prune();
        Cut();
        foreach (var file in new CheckpointFiles(job).Model())
            Put(file.Name, file);
    }

    private void Begin(TrainingStart start, int after)
    {
        if (plan.Place is { } place && job.World.Buckets.Find(Oss.OssPlace.Parse(place).Bucket) is null)
            job.World.Buckets.Create(Oss.OssPlace.Parse(place).Bucket);
        PlanNext(start, after);
    }

    private void PlanNext(TrainingStart start, int after)
    {
        var step = after / plan.EverySteps * plan.EverySteps + plan.EverySteps;
        if (step > job.Recipe.Steps)
            return;
        var seconds = step * job.Recipe.SecondsPerStep - start.DoneSeconds;
        if (seconds > TimeSpan.MaxValue.TotalSeconds / 1e6)
            return;
        _due.Add(job.World.Plan(job.Since.AddSeconds(seconds), () =>
        {
            Save(step);
            PlanNext(start, step);
        }));
    }

    private void Save(int step)
    {
        _due.RemoveAll(d => d.At <= job.World.Now);
        while (_left.TryDequeue(out var late))
            Put($"{CheckpointPlan.Name(_writing)}/{late.Name}", late);
        _writing = step;
        _left = new(new CheckpointFiles(job).At(step));
        var at = job.World.Now;
        foreach (var file in _left)
        {
            at = at.AddSeconds(file.WriteSeconds);
            _due.Add(job.World.Plan(at, Next));
        }
    }

    private void Next()
    {
        if (!_left.TryDequeue(out var file))
            return;
        Put($"{CheckpointPlan.Name(_writing)}/{file.Name}", file);
        if (_left.Count == 0)
            Prune();
    }

    private void Put(string name, CheckpointFile file, DateTimeOffset? at = null)
    {
        if (plan.Place is not { } place)
            return;
        if (file.Text is { } text)
            job.World.Buckets.Put($"{place}/{name}", text, at);
        else
            job.World.Buckets.Put($"{place}/{name}", file.Size, at);
    }

    /// <summary>Keeps as many checkpoints as the command says, the newest by number.</summary>
    private void Prune()
    {
        if (plan is not { Keep: { } keep, Place: { } place })
            return;
        foreach (var old in CheckpointFolder.Under(job.World.Buckets, place).Skip(keep))
            job.World.Buckets.DeleteUnder($"{place}/{old.Name}/");
    }
}
