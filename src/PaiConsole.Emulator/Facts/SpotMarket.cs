namespace PaiConsole.Emulator.Facts;

/// <summary>The spot market's past: one zone, one price an hour. It never moves, because what a machine cost is written down as a fixed part of its list price.</summary>
internal static class SpotMarket
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(3);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static string Zone(string region) => region + "-b";

    /// <summary>Whole hours of a time, oldest first; the last three unless told, at most 30 days back.</summary>
    public static IEnumerable<DateTimeOffset> Hours(DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset now)
    {
        var last = to is { } end && end < now ? end : now;
        var first = from ?? last - Usual;
        first = first < now - Longest ? now - Longest : first;
        for (var at = new DateTimeOffset((first.UtcTicks + TimeSpan.TicksPerHour - 1) / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, TimeSpan.Zero); at <= last; at = at.AddHours(1))
            yield return at;
    }
}
