namespace PaiConsole.Emulator.World;

/// <summary>Something that will happen at a world time, unless cancelled before.</summary>
internal sealed class Due(DateTimeOffset at, Action happen)
{
    public DateTimeOffset At { get; } = at;

    public bool Cancelled { get; private set; }

    public void Cancel() => Cancelled = true;

    public void Happen() => happen();
}

/// <summary>What is due, in order of time and then of planning. Cost grows with what is due, not with what exists.</summary>
internal sealed class Schedule
{
    private readonly PriorityQueue<Due, (DateTimeOffset, long)> _queue = new();
    private long _sequence;

    public Due Plan(DateTimeOffset at, Action happen)
    {
        Due due = new(at, happen);
        _queue.Enqueue(due, (at, _sequence++));
        return due;
    }

    /// <summary>Takes the next thing that is due by <paramref name="until"/>; null when there is none.</summary>
    public Due? Next(DateTimeOffset until)
    {
        while (_queue.TryPeek(out var due, out _) && (due.Cancelled || due.At <= until))
        {
            _queue.Dequeue();
            if (!due.Cancelled)
                return due;
        }

        return null;
    }

    /// <summary>Things planned, cancelled ones that have not come up yet included.</summary>
    public int Count => _queue.Count;

    public void Clear() => _queue.Clear();
}
