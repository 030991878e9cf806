namespace PaiConsole.Cloud.Transport;

/// <summary>
/// Learns how far the cloud's clock is from ours. A <c>Date</c> of whole seconds, written somewhere between sending and receiving, bounds that
/// distance; the bounds of several answers are intersected, so the estimate gets better and does not follow the rounding of each answer. Bounds
/// that exclude what is known mean that the cloud's clock was moved (or runs at another speed): they replace it.
/// </summary>
internal sealed class CloudClock(TimeProvider time) : ICloudClock
{
    private static readonly TimeSpan Granularity = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LargestHeldStep = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();

    // Our side is counted from here with the monotonic clock: a correction of this machine's time does not move the cloud's.
    private readonly DateTimeOffset _origin = time.GetUtcNow();
    private readonly long _originStamp = time.GetTimestamp();

    private TimeSpan _earliest, _latest, _offset;
    private long _lastStamp = long.MinValue;
    private DateTimeOffset _lastTold = DateTimeOffset.MinValue;

    public DateTimeOffset UtcNow
    {
        get
        {
            lock (_lock)
                return Tell();
        }
    }

    public TimeSpan Skew
    {
        get
        {
            lock (_lock)
                return LastAnswerAt is null ? TimeSpan.Zero : Tell() - time.GetUtcNow();
        }
    }

    public DateTimeOffset? LastAnswerAt
    {
        get
        {
            lock (_lock)
                return _lastStamp == long.MinValue ? null : Local(_lastStamp) + _offset;
        }
    }

    /// <summary>Takes note of an answer's date.</summary>
    /// <param name="date">Its <c>Date</c>; null changes nothing.</param>
    /// <param name="sent">Monotonic stamp before sending.</param>
    /// <param name="received">Monotonic stamp when the headers had come.</param>
    internal void Learn(DateTimeOffset? date, long sent, long received)
    {
        if (date is not { } at)
            return;

        lock (_lock)
        {
            // Answers overtake each other; an older one knows nothing new.
            if (received < _lastStamp)
                return;

            var earliest = at - Local(received);
            var latest = at + Granularity - Local(sent);
            var known = _lastStamp != long.MinValue;
            _lastStamp = received;
            if (known && earliest <= _latest && latest >= _earliest)
            {
                _earliest = Max(earliest, _earliest);
                _latest = latest < _latest ? latest : _latest;
                _offset = Clamp(_offset);
                return;
            }

            (_earliest, _latest) = (earliest, latest);
            _offset = known ? (earliest + latest) / 2 : Clamp(TimeSpan.Zero);
            _lastTold = DateTimeOffset.MinValue;
        }
    }

    private DateTimeOffset Tell()
    {
        if (_lastStamp == long.MinValue)
            return time.GetUtcNow();

        var now = Local(time.GetTimestamp()) + _offset;
        if (now < _lastTold && _lastTold - now < LargestHeldStep)
            return _lastTold;
        return _lastTold = now;
    }

    private DateTimeOffset Local(long stamp) => _origin + time.GetElapsedTime(_originStamp, stamp);

    private TimeSpan Clamp(TimeSpan offset) => offset < _earliest ? _earliest : offset > _latest ? _latest : offset;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
