using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Eas;

/// <summary>One EAS model service. Its name is its identity.</summary>
internal sealed class ModelService : Moving
{
    public const string Kind = "service";
    private string[] _first = [];

    public ModelService(World.World world, ServiceDocument document, string userId)
        : base(world, ServiceLifecycle.Table, document.Name!)
    {
        (Document, UserId) = (document, userId);
        Created = Updated = world.Now;
        Uid = world.NewId("eas-m-", 16);
        Token = document.Text("token") ?? NewToken(world);
        Desired = document.Instances;
        Traffic = new(this);
        Replicas = new(this);
        Autoscaler = new(this);
        TrafficState = document.Text("metadata.traffic_state") ?? document.Text("networking.traffic_state") ?? "standalone";
        if (AutoscalerRule.FromDocument(document, []) is { } rule)
            Autoscaler.Set(rule);
    }

    public string Name => Id;

    public string Uid { get; }

    public string UserId { get; }

    public string Token { get; private set; }

    public ServiceDocument Document { get; private set; }

    public DateTimeOffset Created { get; private set; }

    public DateTimeOffset Updated { get; private set; }

    /// <summary>Instances asked for.</summary>
    public int Desired { get; private set; }

    /// <summary>Counts documents: every change of the configuration makes a version.</summary>
    public int LatestVersion { get; private set; } = 1;

    /// <summary>The version that serves.</summary>
    public int CurrentVersion { get; private set; } = 1;

    /// <summary>Counts rollouts: updates and restarts.</summary>
    public int Generation { get; private set; } = 1;

    public ServiceGroup? Group { get; set; }

    public string TrafficState { get; set; }

    /// <summary>Relative to the other members of its group; counts only where the group's mode is customized.</summary>
    public int Weight { get; set; }

    public Traffic Traffic { get; }

    public ReplicaSet Replicas { get; }

    public Autoscaler Autoscaler { get; }

    public EventLog Events { get; } = new();

    public EventLog PodEvents { get; } = new();

    public string WorkspaceId => Document.Text("metadata.workspace_id") ?? People.DefaultWorkspace;

    public bool IsRunning => Status == "Running";

    /// <summary>The first rollout begins.</summary>
    public void Deploy() => Enter("Creating");

    /// <summary>Takes a new document: a new number of instances scales, anything else rolls over to a new version.</summary>
    public void Update(ServiceDocument document)
    {
        var scale = document.DiffersOnlyInInstances(Document) && Status is "Running" or "Scaling" && document.Instances != Desired;
        if (scale)
        {
            Scale(document.Instances, []);
            return;
        }

        var to = Status == "Stopped" ? Status : Allow("UpdateService");
        Document = document;
        Token = document.Text("token") ?? Token;
        LatestVersion++;
        Updated = World.Now;
        if (document.Number("metadata.instance") is not null && !Autoscaler.IsSet)
            Desired = document.Instances;
        if (AutoscalerRule.FromDocument(document, []) is { } rule)
            Autoscaler.Set(rule);
        Traffic.Refresh();
        if (to != Status)
            Enter(to);
        else
            CurrentVersion = LatestVersion;
    }

    /// <summary>Sets the number of instances.</summary>
    /// <param name="instances">How many.</param>
    /// <param name="first">Names of instances to take away first.</param>
    public void Scale(int instances, string[] first)
    {
        var to = Allow("ScaleService");
        (Desired, _first, Document, Updated) = (instances, first, Document.WithInstances(instances), World.Now);
        Enter(to);
    }

    /// <summary>Gives it a past: created then, these runs of so many instances, and now in this status since the last of them changed.</summary>
    /// <param name="created">When it was created.</param>
    /// <param name="runs">Runs, oldest first; the last may be open.</param>
    /// <param name="status">Running, Stopped or Failed.</param>
    /// <param name="version">Versions so far.</param>
    /// <param name="trouble">Why it failed, with <paramref name="status"/> Failed.</param>
    public void Remember(DateTimeOffset created, IReadOnlyList<(DateTimeOffset From, DateTimeOffset? To, int Replicas)> runs, string status, int version, string? trouble = null)
    {
        Created = created;
        CurrentVersion = LatestVersion = Generation = version;
        var machine = Document.Choose(World.Options.Region) ?? new("", 1);
        foreach (var (from, to, count) in runs)
        {
            Replicas.Remember(machine, count, from, to);
            Desired = count;
        }

        var since = runs.Count > 0 ? runs[^1].To ?? runs[^1].From : created.AddSeconds(100);
        Updated = runs.Count > 0 ? runs[0].From : created;
        Events.Add(created, "Creating", "Service is being created");
        if (runs.Count > 0)
            Events.Add(runs[0].From, "Running", "Service is running");
        if (status != "Running")
            Replicas.RememberEnd(since);
        if (status == "Stopped")
        {
            Desired = Document.Instances;
            Updated = since;
            Events.Add(since, "Stopped", "Service is stopped");
        }

        if (status == "Failed")
        {
            Replicas.Ask(Document.Instances, machine);
            Fail(trouble ?? ServingTrouble.Of(this) ?? "Service failed", since);
            Desired = Document.Instances;
        }

        Settle(status, since);
        if (Group is { Members.Count: 1 } group)
            group.Created = group.Updated = created;
        Group?.Recount();
        if (IsRunning)
            Autoscaler.Watch();
    }

    protected override void Entered(string from)
    {
        var usual = ServiceLifecycle.Usual(Status);
        Events.Add(World.Now, Status, ReasonMessage.Length > 0 ? ReasonMessage : usual.Message, Status == "Failed" ? "Warning" : "Normal");
        switch (Status)
        {
            case "Creating" or "Updating" or "Starting":
            case "Waiting" when from is "Running" or "Failed":
                RollOut(from);
                break;
            case "Waiting":
                Pods("Pulling", r => !r.IsRunning, $"Pulling image \"{Document.Image ?? Document.Command}\"");
                break;
            case "Scaling":
                Resize();
                break;
            case "Running":
                Pods("Started", r => !r.IsRunning, "Started container worker0");
                Replicas.Ready();
                CurrentVersion = LatestVersion;
                Autoscaler.Watch();
                break;
            case "Failed":
                Fail(ReasonMessage, World.Now);
                break;
            case "Stopping" or "Deleting":
                Pods("Killing", r => r.IsRunning, "Stopping container worker0");
                Replicas.Retire(_ => true);
                Autoscaler.Rest();
                Updated = World.Now;
                break;
            case ServiceLifecycle.Gone:
                World.Services.Remove(this);
                break;
        }

        Replicas.Book();
        Group?.Recount();
    }

    protected override Step? Follows() => Status switch
    {
        "Waiting" when ServingTrouble.Of(this) is not null => new("Waiting", "Failed", ServingTrouble.PatienceSeconds),
        "Waiting" or "Scaling" when Replicas.Pending == 0 => new(Status, "Running", 6),
        "Waiting" or "Scaling" when Document.Choose(World.Options.Region) is null => null,
        "Waiting" => new("Waiting", "Running", Traffic.Kind.StartSeconds * (0.8 + 0.4 * Signal.Unit(Uid, Generation))),
        "Scaling" => new("Scaling", "Running", Traffic.Kind.StartSeconds * 0.8),
        _ => base.Follows(),
    };

    protected override void Leave(Step step)
    {
        if (step.To == "Failed")
            Enter("Failed", ServingTrouble.Reason, ServingTrouble.Of(this)!);
        else
            Enter(step.To);
    }

    private static string NewToken(World.World world) =>
        Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(world.NewId("", 36, "0123456789abcdef"))).TrimEnd('=');

    /// <summary>New instances beside the old ones, which serve until the new ones do.</summary>
    private void RollOut(string from)
    {
        Replicas.Retire(r => !r.IsRunning);
        if (from.Length > 0)
            Generation++;
        Replicas.Ask(Desired, Document.Choose(World.Options.Region) ?? new(Document.Candidates[^1].Type, 1));
        Pods("Scheduled", r => !r.IsRunning, "Successfully assigned to a node");
    }

    private void Resize()
    {
        var more = Desired - Replicas.Live.Count;
        if (more > 0)
            Replicas.Ask(more, Document.Choose(World.Options.Region) ?? new(Document.Candidates[^1].Type, 1));
        else
            Replicas.Shrink(Desired, _first);
        _first = [];
    }

    private void Fail(string trouble, DateTimeOffset at)
    {
        (ReasonCode, ReasonMessage) = (ServingTrouble.Reason, trouble);
        Replicas.Break(trouble);
        foreach (var replica in Replicas.Live.Where(r => !r.IsRunning))
            PodEvents.Add(at, "BackOff", $"{replica.Name}: {trouble}", "Warning");
    }

    private void Pods(string reason, Predicate<Replica> which, string message)
    {
        foreach (var replica in Replicas.Live.Where(r => which(r)))
            PodEvents.Add(World.Now, reason, $"{replica.Name}: {message}");
    }
}
