using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dsw;

/// <summary>One DSW notebook instance.</summary>
internal sealed class Notebook : Moving
{
    public const string Kind = "notebook";

    private readonly List<(DateTimeOffset From, DateTimeOffset? To)> _runs = [];
    private TimeSpan _accumulated;
    private bool _startAfterUpdate;

    public Notebook(World.World world, string id, NotebookSpec spec, string userId)
        : base(world, NotebookLifecycle.Table, id)
    {
        Spec = spec;
        UserId = userId;
        Created = Modified = world.Now;
        Load = new(id);
        Culler = new(this);
        Timer = new(this);
    }

    public NotebookSpec Spec { get; }

    public string UserId { get; }

    public DateTimeOffset Created { get; private set; }

    public DateTimeOffset Modified { get; set; }

    public NotebookLoad Load { get; }

    public IdleCuller Culler { get; }

    public ShutdownTimer Timer { get; }

    public EventLog Events { get; } = new();

    public bool IsRunning => Status == "Running";

    /// <summary>No machine of its type is free before then; null where one is to be had as usual.</summary>
    public DateTimeOffset? QueuedUntil { get; set; }

    /// <summary>Running time of all sessions; advances only while Running.</summary>
    public TimeSpan Accumulated => _accumulated + (IsRunning ? World.Now - Since : TimeSpan.Zero);

    /// <summary>Did it run at that time?</summary>
    public bool RanAt(DateTimeOffset at) => _runs.Any(r => r.From <= at && (r.To is null || at < r.To));

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

        Settle(status, Modified);
        if (IsRunning)
            Culler.Watch();
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
            World.Ledger.Close(Kind, Id, World.Now);
            Culler.Rest();
        }

        Events.Add(World.Now, Status, ReasonMessage.Length > 0 ? ReasonMessage : $"Instance is {Status}.", Status == "Failed" ? "Warning" : "Normal");
        switch (Status)
        {
            case "Running":
                _runs.Add((World.Now, null));
                World.Ledger.Add(Interval(World.Now, null));
                Culler.Watch();
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

        return Status == "Queuing" && QueuedUntil is { } until
            ? new Step("Queuing", "ResourceAllocating", (until - Since).TotalSeconds)
            : base.Follows();
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
