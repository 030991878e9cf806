namespace PaiConsole.Emulator.World;

/// <summary>One running interval of one thing, for whoever checks bills against what really happened.</summary>
public sealed class LedgerInterval
{
    /// <summary><c>notebook</c>, <c>job</c> or <c>service</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Instance id, job id or service name.</summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Role inside a job; null elsewhere.</summary>
    public string? Role { get; init; }

    /// <summary>Instance type of each replica.</summary>
    public required string Sku { get; init; }

    /// <summary>Replicas that ran.</summary>
    public required int Replicas { get; init; }

    /// <summary>Fraction of the list price that spot capacity cost; 1 for pay-as-you-go.</summary>
    public required double SpotFactor { get; init; }

    /// <summary>World time of the start.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>World time of the end; null while it runs.</summary>
    public DateTimeOffset? To { get; internal set; }
}

/// <summary>Every running interval, in the order of their starts.</summary>
public sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly List<LedgerInterval> _all = [];
    private readonly Dictionary<(string Kind, string Id), List<LedgerInterval>> _open = [];

    /// <summary>A copy of the intervals, of one kind or of all.</summary>
    public IReadOnlyList<LedgerInterval> Intervals(string? kind = null)
    {
        lock (_gate)
            return [.. _all.Where(i => kind is null || i.Kind == kind)];
    }

    /// <summary>Writes down a start (and, for history, the end).</summary>
    internal void Add(LedgerInterval interval)
    {
        lock (_gate)
        {
            _all.Add(interval);
            if (interval.To is not null)
                return;
            if (!_open.TryGetValue((interval.Kind, interval.Id), out var open))
                _open[(interval.Kind, interval.Id)] = open = [];
            open.Add(interval);
        }
    }

    /// <summary>Ends everything that runs under this id.</summary>
    internal void Close(string kind, string id, DateTimeOffset at)
    {
        lock (_gate)
            if (_open.Remove((kind, id), out var open))
                foreach (var interval in open)
                    interval.To = at;
    }

    internal void Clear()
    {
        lock (_gate)
        {
            _all.Clear();
            _open.Clear();
        }
    }
}
