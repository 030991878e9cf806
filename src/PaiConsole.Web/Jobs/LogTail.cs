namespace PaiConsole.Web.Jobs;

/// <summary>
/// Finds what is new in a log that is read again and again: GetPodLogs has no cursor, so each answer is the newest
/// lines, and what was shown before must not be shown twice.
/// </summary>
public sealed class LogTail
{
    private const int Remembered = 50;
    private List<string> _last = [];

    /// <summary>The lines of an answer that were not there in the answer before.</summary>
    /// <param name="lines">The newest lines, oldest first.</param>
    public IReadOnlyList<string> NewOf(IReadOnlyList<string> lines)
    {
        var from = StartOfNew(lines);
        _last = [.. lines.Skip(Math.Max(0, lines.Count - Remembered))];
        return from == 0 ? lines : [.. lines.Skip(from)];
    }

    // Looks for the end of the answer before inside this one, from the end: the same line may come many times.
    private int StartOfNew(IReadOnlyList<string> lines)
    {
        for (var take = _last.Count; take > 0; take /= 2)
        {
            for (var end = lines.Count; end >= take; end--)
            {
                if (EndsWith(lines, end, take))
                    return end;
            }
        }
        return 0;
    }

    private bool EndsWith(IReadOnlyList<string> lines, int end, int take)
    {
        for (var i = 1; i <= take; i++)
        {
            if (lines[end - i] != _last[^i])
                return false;
        }
        return true;
    }
}
