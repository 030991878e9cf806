using System.Text.Json;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dsw;

/// <summary>One DSW notebook instance.</summary>
internal sealed class Notebook : Moving
{
    public const string Kind = "notebook";

    private readonly List<(DateTimeOffset From, DateTimeOffset? To)> _runs = [];
    private TimeSpan _accumulated;
    private bool _startAfterUpdate;
    private bool _runsOn;

    public Notebook(World.World world, string id, NotebookSpec spec, string userId)
        : base(world, NotebookLifecycle.Table, id)
    {
        Spec = spec;
        UserId = userId;
        Created = Modified = world.Now;
        Load = new(id);
        Culler = new(this);
        WorkspacePolicy = new(this);
        IdleStops = [Culler, WorkspacePolicy];
        Timer = new(this);
        History = new(this);
        GpuMemory = new(this);
    }

    public NotebookSpec Spec { get; }

    public string UserId { get; }

    public string WorkspaceId => Spec.Text("WorkspaceId") ?? People.DefaultWorkspace;

    public DateTimeOffset Created { get; private set; }

    public DateTimeOffset Modified { get; set; }

    public NotebookLoad Load { get; }

    public GpuMemory GpuMemory { get; }

    public IdleCuller Culler { get; }

    public WorkspacePolicy WorkspacePolicy { get; }

    /// <summary>Everything that stops it when it is idle.</summary>
    public IReadOnlyList<IdleStop> IdleStops { get; }

    public ShutdownTimer Timer { get; }

    public EventLog Events { get; } = new();

    public NotebookHistory History { get; }

    /// <summary>Snapshots, oldest first.</summary>
    public List<Snapshot> Snapshots { get; } = [];

    public bool IsRunning => Status == "Running";

    /// <summary>No machine of its type is free before then; null where one is to be had as usual.</summary>
    public DateTimeOffset? QueuedUntil { get; set; }

    /// <summary>Running time of all sessions; advances only while Running.</summary>
    public TimeSpan Accumulated => _accumulated + (IsRunning ? World.Now - Since : TimeSpan.Zero);

    /// <summary>Did it run at that time?</summary>
    public bool RanAt(DateTimeOffset at) => _runs.Exists(r => r.From <= at && (r.To is null || at < r.To));

    /// <summary>The snapshot, or DSW's not found.</summary>
    public Snapshot NeedSnapshot(string id) => Snapshots.Find(s => s.Id == id) ?? throw WireError.NotFound(Product.Dsw, "snapshot", id);

    /// <summary>CreateInstanceSnapshot: Saving, and then it runs on. A snapshot that is pushed over an older one takes its place.</summary>
    public Snapshot Save(JsonElement body)
    {
        var to = Allow("CreateInstanceSnapshot");
        _runsOn = true;
        Enter(to);
        Snapshot snapshot = new(this, World.NewId("snp-", 16, "0123456789abcdef"), body);
        foreach (var notebook in World.Notebooks.All)
            notebook.Snapshots.RemoveAll(s => s.ImageUrl == snapshot.ImageUrl);
        Snapshots.Add(snapshot);
        return snapshot;
    }

    /// <summary>UpdateInstance of more than the name; may start it when done.</summary>
    public void BeginUpdate(bool startAfter)
    {
        var to = Allow("UpdateInstance");
        _startAfterUpdate = startAfter;
        Enter(to);
    }

    /// <summary>Gives it a past: created then, these sessions of running, and now in this status since the last of them changed.</summary>
    /// <param name="created">When it was created.</param>
    /// <param name="sessions">Running sessions, oldest first; the last may be open when <paramref name="status"/> is Running.</param>
    /// <param name="status">Status now.</param>
    public void Remember(DateTimeOffset created, IReadOnlyList<(DateTimeOffset From, DateTimeOffset? To)> sessions, string status)
    {
        Created = Modified = created;
        foreach (var (from, to) in sessions)
        {
            _runs.Add((from, to));
            _accumulated += to is { } end ? end - from : TimeSpan.Zero;
            Modified = to ?? from;
            World.Ledger.Add(Interval(from, to));
            Events.Add(from, "Started", "Notebook started.");
            if (to is { } stopped)
                Events.Add(stopped, "Stopped", "Notebook stopped.");
        }

        History.Remember(created, sessions, status);
        Settle(status, Modified);
        if (IsRunning)
            Watch();
    }

    public void Fail(string code, string message) => Enter("Failed", code, message);

    protected override void Entered(string from)
    {
        Modified = World.Now;
        if (from == "Running")
        {
            var (start, _) = _runs[^1];
            _runs[^1] = (start, World.Now);
            _accumulated += World.Now - start;
            foreach (var stop in IdleStops)
                stop.Rest();
        }

        if (HoldsMachine(from) && !HoldsMachine(Status))
            World.Ledger.Close(Kind, Id, World.Now);
        History.Enter(Status, World.Now, ReasonCode, ReasonMessage);

        Events.Add(World.Now, Status, ReasonMessage.Length > 0 ? ReasonMessage : $"Instance is {Status}.", Status == "Failed" ? "Warning" : "Normal");
        switch (Status)
        {
            case "Running":
                _runs.Add((World.Now, null));
                if (!HoldsMachine(from))
                    World.Ledger.Add(Interval(World.Now, null));
                Watch();
                break;
            case "Stopped":
                Timer.Remove();
                break;
            case NotebookLifecycle.Gone:
                World.Notebooks.Remove(this);
                break;
        }
    }

    protected override Step? Follows()
    {
        if (Status == "Updating" && _startAfterUpdate)
        {
            _startAfterUpdate = false;
            return new Step("Updating", "Starting", 5);
        }

        if (Status == "Saving" && _runsOn)
        {
            _runsOn = false;
            return new Step("Saving", "Running", Snapshot.Whole.TotalSeconds);
        }

        return Status == "Queuing" && QueuedUntil is { } until
            ? new Step("Queuing", "ResourceAllocating", (until - Since).TotalSeconds)
            : base.Follows();
    }

    /// <summary>The machine is not given back while it is being saved, so that time costs as well.</summary>
    private static bool HoldsMachine(string status) => status is "Running" or "Saving" or "Recovering";

    private void Watch()
    {
        foreach (var stop in IdleStops)
            stop.Watch();
    }

    private LedgerInterval Interval(DateTimeOffset from, DateTimeOffset? to) => new()
    {
        Kind = Kind,
        Id = Id,
        Name = Spec.Name,
        Sku = Spec.EcsSpec,
        Replicas = 1,
        SpotFactor = Spec.SpotFactor,
        From = from,
        To = to,
    };
}
