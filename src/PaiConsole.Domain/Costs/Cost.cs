namespace PaiConsole.Domain.Costs;

/// <summary>A stretch of time in which something ran at one rate.</summary>
/// <param name="From">When it began to be billed.</param>
/// <param name="To">When it ceased, or null while it goes on.</param>
/// <param name="PerHour">The rate, or null where it is unknown.</param>
public readonly record struct RunningInterval(DateTimeOffset From, DateTimeOffset? To, Money? PerHour);

/// <summary>
/// What running time cost. Exact: any way of cutting time into pieces gives pieces that add up to the whole, to the
/// billionth, because a piece is the difference of two running totals and not a rounded product of its own.
/// An interval that ends before it begins (a clock was set back) costs nothing.
/// </summary>
public static class Cost
{
    /// <summary>The cost until now: zero when nothing ran, null when any of it has an unknown rate.</summary>
    /// <exception cref="InvalidOperationException">The rates are in different currencies.</exception>
    public static Money? Of(IEnumerable<RunningInterval> intervals, DateTimeOffset now) =>
        Of(intervals, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, now);

    /// <summary>The cost that fell into [<paramref name="start"/>, <paramref name="end"/>), with the same rules.</summary>
    /// <exception cref="InvalidOperationException">The rates are in different currencies.</exception>
    public static Money? Of(IEnumerable<RunningInterval> intervals, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now)
    {
        Money? total = null;
        foreach (var interval in intervals)
        {
            if (Length(interval, end, now) <= Length(interval, start, now))
                continue;
            if (Piece(interval, start, end, now) is not { } cost)
                return null;
            total = total is { } sum ? sum + cost : cost;
        }
        return total ?? Money.Cny(0);
    }

    /// <summary>As <see cref="Of(IEnumerable{RunningInterval}, DateTimeOffset)"/>, leaving out what has no known rate: the true cost is at least this.</summary>
    /// <exception cref="InvalidOperationException">The rates are in different currencies.</exception>
    public static Money AtLeast(IEnumerable<RunningInterval> intervals, DateTimeOffset now) =>
        Of(intervals.Where(interval => interval.PerHour is not null), now) ?? Money.Cny(0);

    /// <summary>The cost of each UTC day on which anything ran, oldest first. The days add up to the whole exactly.</summary>
    /// <exception cref="InvalidOperationException">The rates are in different currencies.</exception>
    public static IReadOnlyList<(DateOnly Day, Money? Cost)> ByDay(IReadOnlyCollection<RunningInterval> intervals, DateTimeOffset now)
    {
        var days = intervals
            .Where(interval => Length(interval, DateTimeOffset.MaxValue, now) > TimeSpan.Zero)
            .SelectMany(interval => Days(interval.From, interval.From + Length(interval, DateTimeOffset.MaxValue, now)))
            .Distinct().Order();
        return [.. days.Select(day => (day, Of(intervals, Midnight(day), Midnight(day.AddDays(1)), now)))];
    }

    private static Money? Piece(RunningInterval interval, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now) =>
        interval.PerHour is { } rate
            ? rate.ForDuration(Length(interval, end, now)) - rate.ForDuration(Length(interval, start, now))
            : null;

    /// <summary>How long the interval has lasted by an instant. Never negative; one that goes on lasts until now.</summary>
    private static TimeSpan Length(RunningInterval interval, DateTimeOffset instant, DateTimeOffset now)
    {
        var end = interval.To ?? now;
        var length = (instant < end ? instant : end) - interval.From;
        return length > TimeSpan.Zero ? length : TimeSpan.Zero;
    }

    private static IEnumerable<DateOnly> Days(DateTimeOffset from, DateTimeOffset to)
    {
        var last = DateOnly.FromDateTime(to.UtcDateTime.AddTicks(-1));
        for (var day = DateOnly.FromDateTime(from.UtcDateTime); day <= last; day = day.AddDays(1))
            yield return day;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
