using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dlc.Spot;

/// <summary>A notice that the machine under a pod will be taken.</summary>
/// <param name="PodId">The pod.</param>
/// <param name="At">World time of the notice.</param>
/// <param name="Due">When the machine goes.</param>
internal sealed record SpotWarning(string PodId, DateTimeOffset At, DateTimeOffset Due);

/// <summary>A reclaim that is to come.</summary>
/// <param name="AtRunSeconds">Seconds of running, over all runs of the job, after which the machine goes.</param>
/// <param name="WarnSeconds">How long before that the notice comes; 0 for none.</param>
/// <param name="PodId">The pod; null for the first spot pod.</param>
/// <param name="WithoutRestart">Status in which a job ends that is not restarted.</param>
internal sealed record PlannedReclaim(double AtRunSeconds, double WarnSeconds, string? PodId, string WithoutRestart);

/// <summary>What the spot market does to one job: notices, and reclaims planned for a point of its run.</summary>
internal sealed class SpotReclaims(Job job)
{
    /// <summary>Word for a machine whose notice was given, in sub-statuses; unverified.</summary>
    public const string Reclaiming = "SpotReclaiming";

    private readonly List<PlannedReclaim> _planned = [];
    private readonly List<SpotWarning> _warnings = [];
    private readonly List<Due> _due = [];

    /// <summary>The notice that is in force; null for none.</summary>
    public SpotWarning? Warned { get; private set; }

    /// <summary>Every notice so far, oldest first.</summary>
    public IReadOnlyList<SpotWarning> Warnings => _warnings;

    /// <summary>What is still to come, in order.</summary>
    public IReadOnlyList<PlannedReclaim> Planned => _planned;

    /// <summary>Id of that pod, or of the first one, if it is on spot capacity; null otherwise.</summary>
    public string? SpotPod(string? podId) => JobPods.Of(job).FirstOrDefault(p => p.Role.Spot is not null && (podId is null || p.Id == podId))?.Id;

    /// <summary>Adds reclaims to come; what lies before the running so far is left out.</summary>
    public void Plan(IEnumerable<PlannedReclaim> reclaims)
    {
        _planned.AddRange(reclaims);
        _planned.Sort((a, b) => a.AtRunSeconds.CompareTo(b.AtRunSeconds));
        RunEnded();
        if (job.Status == "Running")
            RunBegan();
    }

    /// <summary>Takes back every plan; a notice given so far is void.</summary>
    public void Clear()
    {
        _planned.Clear();
        RunEnded();
    }

    /// <summary>A run began: brings what falls into it onto the clock.</summary>
    public void RunBegan()
    {
        var before = (job.Ran - (job.World.Now - job.Since)).TotalSeconds;
        _planned.RemoveAll(p => p.AtRunSeconds <= job.Ran.TotalSeconds);
        if (_planned.Count == 0)
            return;
        var next = _planned[0];
        var due = job.Since.AddSeconds(next.AtRunSeconds - before);
        var warn = due.AddSeconds(-next.WarnSeconds);
        if (next.WarnSeconds > 0)
            _due.Add(job.World.Plan(warn > job.World.Now ? warn : job.World.Now, () => Warn(next.PodId, due)));
        _due.Add(job.World.Plan(due, () => Take(next)));
    }

    /// <summary>The run is over, and with it every notice.</summary>
    public void RunEnded()
    {
        foreach (var due in _due)
            due.Cancel();
        _due.Clear();
        Warned = null;
    }

    private void Warn(string? podId, DateTimeOffset due)
    {
        if (SpotPod(podId) is not { } pod)
            return;
        Warned = new(pod, job.World.Now, due);
        _warnings.Add(Warned);
    }

    private void Take(PlannedReclaim reclaim)
    {
        _planned.Remove(reclaim);
        job.Reclaim(reclaim.PodId, reclaim.WithoutRestart);
    }
}
