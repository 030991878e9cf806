using PaiConsole.Cloud;

namespace PaiConsole.Engine.Logs;

/// <summary>Reads the lines written between two instants, both in whole seconds; at most so many.</summary>
internal delegate Task<IReadOnlyList<string>> ReadLines(DateTimeOffset from, DateTimeOffset to, int most, CancellationToken ct);

/// <summary>
/// Reads all of a log through a window of time, since the API has neither cursor nor line times. An answer that is full is
/// asked for again in a narrower window. Neighbouring windows share one second, and that second is asked for alone: so many
/// lines came twice. That is right whether the API counts the ends of a window in or not (unverified), and with equal lines too.
/// </summary>
internal sealed class LogWindows(ReadLines read)
{
    /// <summary>Lines that one call gives (documented as the default of MaxLines).</summary>
    public const int Full = 2_000;
    /// <summary>Asked for where one second has more lines than that; a larger MaxLines is not documented.</summary>
    private const int OneSecond = 10_000;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>A stretch of the log.</summary>
    /// <param name="Lines">Oldest first.</param>
    /// <param name="From">Its first second.</param>
    /// <param name="To">Its last second; what was written in it may have come only in part.</param>
    public sealed record Stretch(IReadOnlyList<string> Lines, DateTimeOffset From, DateTimeOffset To)
    {
        /// <summary>Good for the next one: half as long when it was nearly full, longer when little came.</summary>
        public TimeSpan NextLength => Lines.Count switch
        {
            < Full / 16 => 8 * (To - From),
            < Full / 3 => 2 * (To - From),
            _ => To - From,
        };
    }

    /// <summary>From an instant on, for at most so long: less when more was written than one call gives.</summary>
    public Task<Stretch> OnwardAsync(DateTimeOffset from, TimeSpan length, CancellationToken ct) =>
        NarrowAsync(length, span => (from, from + span), ct);

    /// <summary>Up to an instant, from at most so long before.</summary>
    public Task<Stretch> UpToAsync(DateTimeOffset to, TimeSpan length, CancellationToken ct) =>
        NarrowAsync(length, span => (to - span, to), ct);

    /// <summary>The lines of one second.</summary>
    public async Task<IReadOnlyList<string>> SecondAsync(DateTimeOffset at, CancellationToken ct)
    {
        var lines = await read(at, at, Full, ct);
        return lines.Count < Full ? lines : await MoreAsync(at, at, lines, ct);
    }

    private async Task<Stretch> NarrowAsync(TimeSpan length, Func<TimeSpan, (DateTimeOffset From, DateTimeOffset To)> window, CancellationToken ct)
    {
        while (true)
        {
            length = length < Shortest ? Shortest : TimeSpan.FromSeconds(Math.Floor(length.TotalSeconds));
            var (from, to) = window(length);
            var lines = await read(from, to, Full, ct);
            if (lines.Count >= Full && length == Shortest)
                lines = await MoreAsync(from, to, lines, ct);
            if (lines.Count < Full || length == Shortest)
                return new Stretch(lines, from, to);
            length /= 2;
        }
    }

    private async Task<IReadOnlyList<string>> MoreAsync(DateTimeOffset from, DateTimeOffset to, IReadOnlyList<string> lines, CancellationToken ct)
    {
        try
        {
            return await read(from, to, OneSecond, ct);
        }
        catch (PaiApiException)
        {
            return lines; // it does not give more than it did
        }
    }
}
