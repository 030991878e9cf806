namespace PaiConsole.Emulator.World;

/// <summary>One call received.</summary>
/// <param name="Action">Documented operation, or what the caller called it where none fits.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query as sent.</param>
/// <param name="Status">HTTP status answered; also where a fault then dropped the answer.</param>
/// <param name="At">World time.</param>
/// <param name="Fault">Fault that was injected; null for none.</param>
public sealed record RequestRecord(string Action, string Method, string Path, int Status, DateTimeOffset At, string? Fault);

/// <summary>The last calls, and how many there were in all.</summary>
public sealed class RequestLog
{
    private const int Capacity = 50_000;
    private readonly Lock _gate = new();
    private readonly Queue<RequestRecord> _last = new();

    /// <summary>Calls received since the start or the last reset.</summary>
    public long Total { get; private set; }

    /// <summary>The remembered calls, oldest first, of one action or of all.</summary>
    public IReadOnlyList<RequestRecord> List(string? action = null)
    {
        lock (_gate)
            return [.. _last.Where(r => action is null || r.Action == action)];
    }

    internal void Add(RequestRecord record)
    {
        lock (_gate)
        {
            Total++;
            _last.Enqueue(record);
            if (_last.Count > Capacity)
                _last.Dequeue();
        }
    }

    internal void Clear()
    {
        lock (_gate)
        {
            Total = 0;
            _last.Clear();
        }
    }
}
