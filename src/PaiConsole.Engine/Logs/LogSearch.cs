using System.Text.RegularExpressions;
using PaiConsole.Domain.Logs;

namespace PaiConsole.Engine.Logs;

/// <summary>
/// The lines of a log that match, kept up as lines are added at either end. Matches are numbered like lines: 0 is the first that was
/// found, those further back that were read later have numbers below. It searches what is shown, without colours and sequences.
/// </summary>
public sealed class LogSearch(LiveLog log, LogQuery query)
{
    private const int Portion = 500;
    private const int MostPerLine = 50;

    private readonly Regex _pattern = query.ToRegex();
    private readonly Lock _lock = new();
    private readonly List<long> _after = [];
    private readonly List<long> _before = []; // newest first
    private long? _from;
    private long _to;

    /// <summary>What is looked for.</summary>
    public LogQuery Query => query;
    /// <summary>The expression took too long on a line, at which the search stopped.</summary>
    public long? StuckAt { get; private set; }

    /// <summary>Numbers of the first match still kept, and of the one that will be next.</summary>
    public (long First, long End) Range()
    {
        lock (_lock)
        {
            var (low, high) = (-(long)_before.Count, (long)_after.Count);
            var first = log.First;
            while (low < high)
            {
                var middle = low + ((high - low) / 2);
                if (At(middle) < first)
                    low = middle + 1;
                else
                    high = middle;
            }
            return (low, _after.Count);
        }
    }

    /// <summary>The lines of matches, from one on.</summary>
    public IReadOnlyList<long> Lines(long from, int count)
    {
        var (first, end) = Range();
        from = Math.Max(from, first);
        lock (_lock)
            return [.. Enumerable.Range(0, (int)Math.Clamp(end - from, 0, count)).Select(i => At(from + i))];
    }

    /// <summary>The number of the first match at or after a line; the end when there is none.</summary>
    public long MatchAtOrAfter(long line)
    {
        var (low, high) = Range();
        lock (_lock)
        {
            while (low < high)
            {
                var middle = low + ((high - low) / 2);
                if (At(middle) < line)
                    low = middle + 1;
                else
                    high = middle;
            }
            return low;
        }
    }

    /// <summary>Where in a line's text it matches: start and length.</summary>
    public IReadOnlyList<(int Start, int Length)> In(string text)
    {
        try
        {
            var places = new List<(int, int)>();
            for (var match = _pattern.Match(text); match.Success && places.Count < MostPerLine; match = match.NextMatch())
            {
                if (match.Length > 0)
                    places.Add((match.Index, match.Length));
            }
            return places;
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    /// <summary>All lines that have been read are searched, or the search is stuck.</summary>
    public bool IsDone => StuckAt is not null || (_from is { } from && _to >= log.End && from <= log.First);

    /// <summary>Searches what has been read since, for about so long; only one caller at a time.</summary>
    public void Advance(TimeSpan atMost, CancellationToken ct)
    {
        var (first, end, began) = (log.First, log.End, TimeProvider.System.GetTimestamp());
        bool Goes() => StuckAt is null && !ct.IsCancellationRequested && TimeProvider.System.GetElapsedTime(began) < atMost;
        _from ??= _to = first;
        // Onwards, then further back: who waits for a live log sees its end first.
        while (_to < end && Goes())
        {
            var lines = log.Read(Math.Max(_to, log.First), Portion);
            if (lines.Count == 0)
                break;
            Take(lines, _after);
            _to = lines[^1].Number + 1;
        }
        while (_from > first && Goes())
        {
            var from = Math.Max(first, _from.Value - Portion);
            var lines = log.Read(from, (int)(_from.Value - from));
            Take(lines.Reverse(), _before);
            _from = from;
        }
    }

    // A plain text is found many times faster without the expression.
    private bool Matches(string text) => query.IsPattern
        ? _pattern.IsMatch(text)
        : text.Contains(query.Text, query.MatchCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    private void Take(IEnumerable<(long Number, string Text)> lines, List<long> into)
    {
        foreach (var (number, raw) in lines)
        {
            try
            {
                if (!Matches(LogText.PlainOf(raw)))
                    continue;
            }
            catch (RegexMatchTimeoutException)
            {
                StuckAt = number;
                return;
            }
            lock (_lock)
                into.Add(number);
        }
    }

    private long At(long match) => match >= 0 ? _after[(int)match] : _before[(int)(-match - 1)];
}
