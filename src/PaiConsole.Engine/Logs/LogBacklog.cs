namespace PaiConsole.Engine.Logs;

/// <summary>Reads a log backwards, from an instant to its beginning.</summary>
internal sealed class LogBacklog(LogWindows windows, DateTimeOffset begin, DateTimeOffset from)
{
    private DateTimeOffset _front = from.ToWholeSecond();
    private TimeSpan _length = TimeSpan.FromMinutes(1);

    /// <summary>All lines from here on have been read.</summary>
    public DateTimeOffset Front => _front;
    /// <summary>There may be earlier lines.</summary>
    public bool HasMore => _front > begin.ToWholeSecond();

    /// <summary>The lines before those read so far; none does not mean that there are none before them.</summary>
    public async Task<IReadOnlyList<string>> EarlierAsync(CancellationToken ct)
    {
        var rest = _front - begin.ToWholeSecond();
        var stretch = await windows.UpToAsync(_front, rest < _length ? rest : _length, ct);
        var second = stretch.Lines.Count == 0 ? [] : await windows.SecondAsync(_front, ct);
        (_front, _length) = (stretch.From, stretch.NextLength);
        return [.. stretch.Lines.Take(stretch.Lines.Count - LogOverlap.Of(stretch.Lines, second))];
    }
}
