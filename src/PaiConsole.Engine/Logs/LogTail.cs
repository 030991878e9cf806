namespace PaiConsole.Engine.Logs;

/// <summary>
/// Reads a log onwards. Each look asks again from an instant before which nothing changes any more, and takes what is new
/// in the answer; the instant moves on once answers grow.
/// </summary>
internal sealed class LogTail(LogWindows windows, DateTimeOffset start, IReadOnlyList<string> seen)
{
    private const int Large = 400;
    /// <summary>Lines of a pod are expected within so long of being written (not documented).</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    private DateTimeOffset _cursor = start;
    private IReadOnlyList<string> _seen = seen;
    private TimeSpan _length = TimeSpan.FromMinutes(10);

    /// <summary>The lines that are new up to an instant; when there are more than one call gives, the oldest of them.</summary>
    public async Task<(IReadOnlyList<string> Lines, bool HasMore)> NextAsync(DateTimeOffset to, CancellationToken ct)
    {
        var now = to.ToWholeSecond();
        if (now < _cursor)
            return ([], false);
        var rest = now - _cursor;
        var stretch = rest < TimeSpan.FromSeconds(1)
            ? new LogWindows.Stretch(await windows.SecondAsync(_cursor, ct), _cursor, now)
            : await windows.OnwardAsync(_cursor, rest < _length ? rest : _length, ct);
        var lines = LogOverlap.Beyond(_seen, stretch.Lines);
        var hasMore = stretch.To < now;
        if (hasMore)
        {
            _length = stretch.NextLength;
            var second = stretch.Lines.Count == 0 ? [] : await windows.SecondAsync(stretch.To, ct);
            (_cursor, _seen) = (stretch.To, [.. second.Take(LogOverlap.Of(stretch.Lines, second))]);
            return (lines, true);
        }
        _seen = stretch.Lines;
        if (_seen.Count > Large && now - Late > _cursor)
            await SettleAsync(now - Late, ct);
        return (lines, false);
    }

    private async Task SettleAsync(DateTimeOffset at, CancellationToken ct)
    {
        var head = await windows.OnwardAsync(_cursor, at - _cursor, ct);
        if (head.To != at)
            return;
        var second = await windows.SecondAsync(at, ct);
        (_cursor, _seen) = (at, [.. _seen.Skip(head.Lines.Count - LogOverlap.Of(head.Lines, second))]);
    }
}
