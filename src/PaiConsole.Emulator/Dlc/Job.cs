using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dlc;

/// <summary>One status a job was in; it ended where the next one starts.</summary>
internal readonly record struct StatusEntry(string Status, DateTimeOffset Start, string ReasonCode = "", string ReasonMessage = "");

/// <summary>One pod attempt that ended before the job did.</summary>
internal sealed record Replacement(string PodId, DateTimeOffset At, string Reason);

/// <summary>One DLC training job.</summary>
internal sealed class Job : Moving
{
    public const string Kind = "job";
    private const int UsualRestartLimit = 10;

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

    public int Restarts => Replaced?.Count ?? 0;

    public int RestartLimit => (int)(Request.Settings?.Long("ElasticSpotJobMaxRestartTimes") ?? UsualRestartLimit);

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
    }

    /// <summary>The cloud takes back the node of one spot pod.</summary>
    /// <returns>The pod that was lost; null when the job has no spot pod.</returns>
    public string? Reclaim()
    {
        Allow(nameof(Reclaim));
        if (JobPods.Of(this).FirstOrDefault(p => p.Role.Spot is not null) is not { } pod)
            return null;
        (Replaced ??= []).Add(new(pod.Id, World.Now, "SpotReclaimed"));
        if (pod.Role.RestartPolicy == "Never" && Request.Settings?.Long("ElasticSpotJobMaxRestartTimes") is null)
            Enter("Failed", "SpotReclaimed", $"Spot capacity of pod {pod.Id} was reclaimed and its restart policy is Never.");
        else if (Restarts > RestartLimit)
            Enter("Failed", "SpotReclaimed", $"Spot capacity of pod {pod.Id} was reclaimed and no restart is left.");
        else
            Enter("Restarting", "SpotReclaimed", $"Spot capacity of pod {pod.Id} was reclaimed.");
        return pod.Id;
    }

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
            World.Ledger.Close(Kind, Id, World.Now);
        if (Status == "Running")
            foreach (var role in Request.Roles)
                World.Ledger.Add(Interval(role, World.Now, null));
        World.Jobs.Changed(this);
    }

    protected override Step? Follows() => JobEnding.Follows(this) ?? (JobEnding.IsHeld(this) ? null : base.Follows());

    protected override void Leave(Step step)
    {
        var (code, message) = JobEnding.Reason(this, step);
        Enter(step.To, code, message);
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
