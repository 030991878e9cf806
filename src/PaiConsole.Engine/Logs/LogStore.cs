namespace PaiConsole.Engine.Logs;

/// <summary>
/// The lines of one log that are kept, in bounded memory. Lines have numbers that never change: the first one that was read is 0,
/// those read later from further back have numbers below. When it is full the oldest lines go, and none are added before them.
/// </summary>
internal sealed class LogStore(long mostBytes, int mostLines)
{
    /// <summary>What is longer is cut here; a download has all of it.</summary>
    public const int LongestLine = 16 * 1024;

    private readonly Lock _lock = new();
    private readonly List<LogSegment> _segments = [];
    private long _bytes;

    /// <summary>Number of the oldest line kept.</summary>
    public long First { get; private set; }
    /// <summary>Number that the next line will get.</summary>
    public long End { get; private set; }
    /// <summary>Lines were let go because there was no more room.</summary>
    public bool HasLetGo { get; private set; }
    /// <summary>Memory it holds, in bytes.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Adds lines at the end.</summary>
    public void Append(IEnumerable<string> lines)
    {
        lock (_lock)
        {
            foreach (var line in lines)
            {
                if (_segments.Count == 0 || _segments[^1].IsFull)
                    _segments.Add(new LogSegment(End));
                Grow(_segments[^1], line);
                End++;
            }
            // The segment that is written into always stays.
            while (_segments.Count > 1 && (_bytes > mostBytes || End - First > mostLines))
            {
                _bytes -= _segments[0].Bytes;
                First = _segments[1].First;
                _segments.RemoveAt(0);
                HasLetGo = true;
            }
        }
    }

    /// <summary>Adds lines before the oldest one.</summary>
    /// <returns>False when there is no room for them: then nothing was added.</returns>
    public bool Prepend(IReadOnlyList<string> lines)
    {
        lock (_lock)
        {
            if (HasLetGo || _bytes + lines.Sum(line => (long)line.Length) > mostBytes || End - First + lines.Count > mostLines)
            {
                HasLetGo = true;
                return false;
            }
            First -= lines.Count;
            var added = new List<LogSegment>();
            for (var i = 0; i < lines.Count; i++)
            {
                if (added.Count == 0 || added[^1].IsFull)
                    added.Add(new LogSegment(First + i));
                Grow(added[^1], lines[i]);
            }
            _segments.InsertRange(0, added);
            return true;
        }
    }

    /// <summary>Lines from a number on, as many as there are of those asked for; oldest first.</summary>
    public IReadOnlyList<(long Number, string Line)> Read(long from, int count)
    {
        lock (_lock)
        {
            from = Math.Max(from, First);
            var to = Math.Min(End, from + count);
            var lines = new List<(long, string)>(Math.Max(0, (int)(to - from)));
            var at = SegmentOf(from);
            for (var number = from; number < to; number++)
            {
                while (number >= _segments[at].First + _segments[at].Count)
                    at++;
                lines.Add((number, _segments[at][(int)(number - _segments[at].First)]));
            }
            return lines;
        }
    }

    private int SegmentOf(long number)
    {
        var (low, high) = (0, _segments.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _segments[middle].First <= number ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    private void Grow(LogSegment segment, string line)
    {
        var before = segment.Count == 0 ? 0 : segment.Bytes;
        segment.Add(line.Length > LongestLine ? string.Concat(line.AsSpan(0, LongestLine), $" … (+{line.Length - LongestLine})") : line);
        _bytes += segment.Bytes - before;
    }
}
