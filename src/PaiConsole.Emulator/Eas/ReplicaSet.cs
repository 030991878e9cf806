using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Eas;

/// <summary>The instances of a service: those that serve, those that start, and the last few that are gone.</summary>
internal sealed class ReplicaSet(ModelService service)
{
    private const int Remembered = 40;
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private readonly List<Replica> _live = [];
    private readonly Queue<Replica> _gone = new();
    private (string Sku, double SpotFactor, int Count)[] _booked = [];

    public IReadOnlyList<Replica> Live => _live;

    /// <summary>With the remembered ones that are gone, oldest first.</summary>
    public IEnumerable<Replica> All => _gone.Concat(_live);

    public int Running => _live.Count(r => r.IsRunning);

    /// <summary>How many served at that time, as far as they are remembered; at least one.</summary>
    public int ServedAt(DateTimeOffset at)
    {
        var count = 0;
        foreach (var replica in _live)
            if (replica.Started <= at)
                count++;
        foreach (var replica in _gone)
            if (replica.Started <= at && replica.Ended > at)
                count++;
        return Math.Max(1, count);
    }

    public int Pending => _live.Count(r => !r.IsRunning);

    /// <summary>Asks for more instances of the current generation.</summary>
    public void Ask(int count, Machine machine)
    {
        for (var i = 0; i < count; i++)
            _live.Add(new(NewName(), service.Generation, machine, service.World.Now));
    }

    /// <summary>The starting instances of the current generation serve; older generations are taken away.</summary>
    public void Ready()
    {
        foreach (var replica in _live.Where(r => !r.IsRunning && r.Generation == service.Generation))
            (replica.Started, replica.Trouble) = (service.World.Now, null);
        Retire(r => r.Generation != service.Generation);
    }

    /// <summary>The starting instances cannot start.</summary>
    public void Break(string why)
    {
        foreach (var replica in _live.Where(r => !r.IsRunning))
            replica.Trouble = why;
    }

    /// <summary>Takes instances away.</summary>
    public void Retire(Predicate<Replica> which)
    {
        foreach (var replica in _live.Where(r => which(r)))
        {
            replica.Ended = service.World.Now;
            if (replica.Started is not null)
                _gone.Enqueue(replica);
        }

        _live.RemoveAll(which);
        while (_gone.Count > Remembered)
            _gone.Dequeue();
    }

    /// <summary>Shrinks to so many: the named ones first, then those that do not serve yet, then the newest.</summary>
    public void Shrink(int count, IReadOnlyCollection<string> first)
    {
        var surplus = _live.OrderByDescending(r => first.Contains(r.Name)).ThenBy(r => r.IsRunning).ThenByDescending(r => r.Created)
            .Take(Math.Max(0, _live.Count - count)).ToHashSet();
        Retire(surplus.Contains);
    }

    /// <summary>Writes into the ledger what runs now, if that has changed.</summary>
    public void Book()
    {
        var now = Composition();
        if (now.SequenceEqual(_booked))
            return;
        _booked = now;
        service.World.Ledger.Close(ModelService.Kind, service.Name, service.World.Now);
        foreach (var (sku, spotFactor, count) in now)
            service.World.Ledger.Add(Interval(new(sku, spotFactor), count, service.World.Now, null));
    }

    /// <summary>A past run: so many ran from then until then.</summary>
    public void Remember(Machine machine, int count, DateTimeOffset from, DateTimeOffset? to)
    {
        if (count > 0)
            service.World.Ledger.Add(Interval(machine, count, from, to));

        // Names stay: an instance that served in the run before serves on in this one.
        var serving = _live.Where(r => r.IsRunning).ToList();
        for (var i = serving.Count; i < count; i++)
            _live.Add(new(NewName(), service.Generation, machine, from.AddSeconds(-70)) { Started = from });
        foreach (var surplus in serving.Skip(count))
            End(surplus, from);
        if (to is { } end && count > 0)
            _booked = [];
        else
            _booked = Composition();
    }

    /// <summary>Everything ended then.</summary>
    public void RememberEnd(DateTimeOffset at)
    {
        foreach (var replica in _live.ToArray())
            End(replica, at);
        _booked = [];
    }

    private void End(Replica replica, DateTimeOffset at)
    {
        replica.Ended = at;
        _live.Remove(replica);
        _gone.Enqueue(replica);
        while (_gone.Count > Remembered)
            _gone.Dequeue();
    }

    private (string Sku, double SpotFactor, int Count)[] Composition() =>
        [.. _live.Where(r => r.IsRunning).GroupBy(r => (r.Machine.Sku, r.Machine.SpotFactor)).Select(g => (g.Key.Sku, g.Key.SpotFactor, g.Count())).Order()];

    private string NewName() =>
        $"{service.Name.Replace('_', '-')}-{Signal.Hash(service.Uid, service.Generation) % 0xffffffff:x8}-{service.World.NewId("", 5, Alphabet)}";

    private LedgerInterval Interval(Machine machine, int count, DateTimeOffset from, DateTimeOffset? to) => new()
    {
        Kind = ModelService.Kind,
        Id = service.Name,
        Name = service.Name,
        Sku = machine.Sku,
        Replicas = count,
        SpotFactor = machine.SpotFactor,
        From = from,
        To = to,
    };
}
