namespace PaiConsole.Cloud.Transport;

/// <summary>
/// How hard one product may be pressed. Repeats are paid from a budget that calls fill, so that faults cannot multiply the traffic; after a
/// refusal for too many calls all reads of the product pause together. What a person asked for does not pause and may use the whole budget.
/// </summary>
internal sealed class Pacing(PaiCloudOptions options, TimeProvider time)
{
    private const double Capacity = 10;
    private const double ReservedForWrites = 3;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private double _tokens = Capacity;
    private int _throttledInARow;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;

    /// <summary>A call begins: it earns its share of a repeat.</summary>
    internal void Begin()
    {
        lock (_lock)
            _tokens = Math.Min(Capacity, _tokens + options.RetryRatio);
    }

    /// <summary>Whether the budget pays for one repeat.</summary>
    internal bool TryTakeRetry(bool isRead)
    {
        lock (_lock)
        {
            if (_tokens < (isRead ? 1 + ReservedForWrites : 1))
                return false;
            _tokens--;
            return true;
        }
    }

    /// <summary>The cloud refused because of too many calls.</summary>
    internal void Throttled(TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            var pause = retryAfter ?? ShortestPause * Math.Pow(2, Math.Min(_throttledInARow, 8));
            _throttledInARow++;
            var until = time.GetUtcNow() + (pause < options.MaxRetryDelay ? pause : options.MaxRetryDelay);
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }

    /// <summary>The cloud did what was asked.</summary>
    internal void Succeeded()
    {
        lock (_lock)
            _throttledInARow = 0;
    }

    /// <summary>Waits until reads may go on; a little longer for some, so that they do not all come at once.</summary>
    internal async Task WaitAsync(PaiCall call, CancellationToken cancellationToken)
    {
        TimeSpan pause;
        lock (_lock)
            pause = _pausedUntil - time.GetUtcNow();
        if (call.IsRead && pause > TimeSpan.Zero)
            await Task.Delay(pause * (1 + (Random.Shared.NextDouble() / 4)), time, cancellationToken);
    }
}
