using PaiConsole.Emulator.Dlc.Checkpoints;
using PaiConsole.Emulator.Dlc.Spot;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dlc;

/// <summary>One DLC training job.</summary>
internal sealed class Job : Moving
{
    public const string Kind = "job";
    private const int UsualRestartLimit = 10;
    private List<TrainingStart>? _starts;
    private CheckpointWriter? _writer;
    private CheckpointPlan? _plan;
    private SpotReclaims? _reclaims;

    public Job(World.World world, string id, string displayName, JobRequest request, string userId, JobOutcome outcome)
        : base(world, JobLifecycle.Table, id)
    {
        (DisplayName, Request, UserId, Outcome, Created) = (displayName, request, userId, outcome, world.Now);
        Priority = (int)(request.Body.Long("Priority") ?? 1);
        Description = request.Body.Text("Description");
        Accessibility = request.Body.Text("Accessibility") ?? "PRIVATE";
    }

    public string DisplayName { get; }

    public JobRequest Request { get; }

    public string UserId { get; }

    public JobOutcome Outcome { get; }

    public DateTimeOffset Created { get; private set; }

    public int Priority { get; set; }

    public string? Description { get; set; }

    public string Accessibility { get; set; }

    /// <summary>Statuses so far, oldest first.</summary>
    public List<StatusEntry> History { get; private set; } = new(5);

    /// <summary>Pod attempts that were replaced; null while there are none.</summary>
    public List<Replacement>? Replaced { get; private set; }

    public int Restarts => Replaced?.Count(r => r.Restarted) ?? 0;

    public int RestartLimit => (int)(Request.Settings?.Long("ElasticSpotJobMaxRestartTimes") ?? UsualRestartLimit);

    /// <summary>Steps, epochs and pace of its training.</summary>
    public TrainingRecipe Recipe => field ??= new(this);

    /// <summary>Where its script saves; null where it does not.</summary>
    public CheckpointPlan? Plan => _plan ??= CheckpointPlan.Of(this);

    /// <summary>Further lines in its log; null for none.</summary>
    public ExtraLog? ExtraLog { get; set; }

    /// <summary>How busy its pods were told to be, oldest first; null while nobody has.</summary>
    public List<FixedLoad>? Loads { get; set; }

    /// <summary>Warnings and plans of the spot market.</summary>
    public SpotReclaims Reclaims => _reclaims ??= new(this);

    /// <summary>Finer state. The word for a machine about to be taken is unverified; documentation has only <c>Restarting</c>.</summary>
    public string SubStatus => Status == "Restarting" ? "Restarting" : _reclaims?.Warned is null ? "" : SpotReclaims.Reclaiming;

    public bool IsFinal => JobLifecycle.IsFinal(Status);

    public DateTimeOffset? Submitted => FirstIn("Queuing");

    public DateTimeOffset? FirstRun => FirstIn("Running");

    public DateTimeOffset? Finished => IsFinal ? Since : null;

    /// <summary>Intervals in Running; the last is open while it runs.</summary>
    public IEnumerable<(DateTimeOffset From, DateTimeOffset? To)> Runs()
    {
        for (var i = 0; i < History.Count; i++)
            if (History[i].Status == "Running")
                yield return (History[i].Start, i + 1 < History.Count ? History[i + 1].Start : null);
    }

    /// <summary>Time in Running so far.</summary>
    public TimeSpan Ran
    {
        get
        {
            var sum = TimeSpan.Zero;
            foreach (var (from, to) in Runs())
                sum += (to ?? World.Now) - from;
            return sum;
        }
    }

    /// <summary>Where a run took up its training. A run of a remembered past went on from where the one before it ended.</summary>
    public TrainingStart StartOf(int run)
    {
        if (_starts is not null && run < _starts.Count)
            return _starts[run];
        var done = 0.0;
        foreach (var (from, to) in Runs().Take(run))
            done += ((to ?? World.Now) - from).TotalSeconds;
        var step = Recipe.StepAt(done);
        return new(step, done, done > 0 && Plan is { } plan ? $"{plan.Folder}/{CheckpointPlan.Name(step)}" : null, []);
    }

    /// <summary>Step its training has reached, or had when it last ran.</summary>
    public int Step
    {
        get
        {
            var runs = Runs().ToArray();
            return runs.Length == 0 ? 0 : Recipe.StepAt(StartOf(runs.Length - 1).DoneSeconds + ((runs[^1].To ?? World.Now) - runs[^1].From).TotalSeconds);
        }
    }

    /// <summary>Gives it a past, which it continues from its last status on.</summary>
    public void Remember(List<StatusEntry> history, List<Replacement>? replaced = null)
    {
        History = history;
        Replaced = replaced;
        Created = history[0].Start;
        foreach (var (from, to) in Runs())
            foreach (var role in Request.Roles)
                World.Ledger.Add(Interval(role, from, to));
        var last = history[^1];
        (ReasonCode, ReasonMessage) = (last.ReasonCode, last.ReasonMessage);
        Settle(last.Status, last.Start);
        if (Status == "Running" && Plan is { } plan)
            (_writer = new(this, plan)).TakeUp(StartOf(Runs().Count() - 1));
    }

    /// <summary>
    /// The cloud takes back the node of one spot pod. Documentation: jobs on general-purpose spot capacity then fail, and AIMaster's fault tolerance does not
    /// cover them. Only <c>Settings.ElasticSpotJobMaxRestartTimes</c> asks for restarts (unverified: its name is all that is published).
    /// </summary>
    /// <param name="podId">The pod; null for the first spot pod.</param>
    /// <param name="withoutRestart">Status in which a job ends that is not restarted, <c>Failed</c> or <c>Stopped</c>.</param>
    /// <returns>The pod that was lost; null when the job has no such spot pod.</returns>
    public string? Reclaim(string? podId = null, string withoutRestart = "Failed")
    {
        Allow(nameof(Reclaim));
        if (Reclaims.SpotPod(podId) is not { } pod)
            return null;
        Lose(pod, Replacement.SpotReclaimed, (int)(Request.Settings?.Long("ElasticSpotJobMaxRestartTimes") ?? 0), withoutRestart == "Stopped" ? "Stopping" : "Failed");
        return pod;
    }

    /// <summary>A machine breaks. AIMaster restarts the job where <c>Settings.EnableErrorMonitoringInAIMaster</c> asks for it, but not on spot capacity; otherwise it fails.</summary>
    /// <returns>The pod that was lost; null when the job has no such pod.</returns>
    public string? Break(string? podId)
    {
        Allow(nameof(Reclaim));
        if (JobPods.Of(this).FirstOrDefault(p => podId is null || p.Id == podId) is not { } pod)
            return null;
        Lose(pod.Id, Replacement.NodeFault, Request.Settings?.Flag("EnableErrorMonitoringInAIMaster") == true && !Request.IsSpot ? RestartLimit : 0, "Failed");
        return pod.Id;
    }

    /// <summary>Returns where a node can be taken now: while it runs.</summary>
    /// <exception cref="WireException">It is not running.</exception>
    public void AllowReclaim() => Allow(nameof(Reclaim));

    /// <summary>Leaves the world; only when finished.</summary>
    public void Delete()
    {
        Allow("DeleteJob");
        World.Jobs.Remove(this);
    }

    protected override void Entered(string from)
    {
        History.Add(new(Status, World.Now, ReasonCode, ReasonMessage));
        if (from == "Running")
            RunEnded();
        if (Status == "Running")
            RunBegan();
        World.Jobs.Changed(this);
    }

    protected override Step? Follows() => JobEnding.Follows(this) ?? (JobEnding.IsHeld(this) ? null : base.Follows());

    protected override void Leave(Step step)
    {
        var (code, message) = JobEnding.Reason(this, step);
        Enter(step.To, code, message);
    }

    private void Lose(string podId, string reason, int limit, string withoutRestart)
    {
        Replacement lost = new(podId, World.Now, reason, Restarts < limit);
        (Replaced ??= []).Add(lost);
        if (lost.Restarted)
            Enter("Restarting", reason, lost.Message + ".");
        else
            Enter(withoutRestart, reason, lost.Message + (limit > 0 ? " and no restart is left." : "; the job is not restarted."));
    }

    private void RunBegan()
    {
        foreach (var role in Request.Roles)
            World.Ledger.Add(Interval(role, World.Now, null));
        var run = Runs().Count() - 1;
        _starts ??= [.. Enumerable.Range(0, run).Select(StartOf)];
        _starts.Add(TrainingStart.Of(this));
        if (Plan is { } plan)
            (_writer ??= new(this, plan)).Begin(_starts[^1]);
        _reclaims?.RunBegan();
    }

    private void RunEnded()
    {
        World.Ledger.Close(Kind, Id, World.Now);
        if (Status is "Succeeded" or "SucceededReserving")
            _writer?.Finish();
        else
            _writer?.Cut();
        _reclaims?.RunEnded();
    }

    private DateTimeOffset? FirstIn(string status)
    {
        foreach (var entry in History)
            if (entry.Status == status)
                return entry.Start;
        return null;
    }

    private LedgerInterval Interval(JobRole role, DateTimeOffset from, DateTimeOffset? to) => new()
    {
        Kind = Kind,
        Id = Id,
        Name = DisplayName,
        Role = role.Type,
        Sku = role.Sku,
        Replicas = role.Pods,
        SpotFactor = role.SpotFactor,
        From = from,
        To = to,
    };
}
