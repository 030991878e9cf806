using PaiConsole.Cloud;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Engine.Logs;

/// <summary>Where a log is, and when: what the cloud says of the one who writes it.</summary>
/// <param name="Begin">Nothing was written before.</param>
/// <param name="End">Nothing is written after; null while it is still written.</param>
internal sealed record LogSpan(DateTimeOffset Begin, DateTimeOffset? End);

/// <summary>How far a log has been read.</summary>
/// <param name="First">Number of the oldest line kept; may be below 0.</param>
/// <param name="End">Number of the next line to come.</param>
/// <param name="HasEarlier">There are earlier lines in the cloud that were not read.</param>
/// <param name="HasLetGo">Lines were let go, or not read, because there is no more room for them here.</param>
/// <param name="HasBegun">The cloud has answered once.</param>
/// <param name="IsEnded">No more lines will come.</param>
/// <param name="Problem">The cloud did not answer the last time it was asked.</param>
public sealed record LogState(long First, long End, bool HasEarlier, bool HasLetGo, bool HasBegun, bool IsEnded, CloudUnavailableException? Problem);

/// <summary>
/// A log that somebody looks at: read from its end backwards and onwards, kept in bounded memory. All who look at it share it.
/// </summary>
public sealed class LiveLog
{
    /// <summary>Memory that the lines of one log take at most, in bytes.</summary>
    public const long MostBytes = 32L * 1024 * 1024;
    /// <summary>Lines of one log that are kept at most.</summary>
    public const int MostLines = 250_000;
    /// <summary>Read without being asked for; more when somebody scrolls there or searches.</summary>
    private const int ReadAtFirst = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    /// <summary>Lines may still come in so long after their pod has ended (not documented).</summary>
    private static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(60);

    private readonly LogStore _store = new(MostBytes, MostLines);
    private readonly LogWindows _windows;
    private readonly Func<CancellationToken, Task<LogSpan>> _span;
    private readonly List<Watcher> _watchers = [];
    private readonly ICloudClock _clock;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource _wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LogBacklog? _backlog;
    private LogTail? _tail;
    private LogSpan? _known;
    private bool _isEnded;
    private CloudUnavailableException? _problem;

    internal LiveLog(ReadLines read, Func<CancellationToken, Task<LogSpan>> span, ICloudClock clock, TimeProvider time) =>
        (_windows, _span, _clock, _time) = (new LogWindows(read), span, clock, time);

    /// <summary>How far it has been read.</summary>
    public LogState State => new(First, End, _backlog is null or { HasMore: true }, _store.HasLetGo, _tail is not null, _isEnded, _problem);

    /// <summary>Memory its lines take, in bytes.</summary>
    public long Bytes => _store.Bytes;

    internal long First => _store.First;
    internal long End => _store.End;

    /// <summary>Raw lines from a number on, with their numbers; those that are not kept are left out.</summary>
    public IReadOnlyList<(long Number, string Text)> Read(long from, int count) => _store.Read(from, count);

    /// <summary>Reads everything there is, as far as there is room.</summary>
    public void ReadAll() => _wanted.TrySetResult();

    /// <summary>Tells of every change of <see cref="State"/>, from any thread, until it is disposed.</summary>
    public IDisposable Watch(Action changed)
    {
        var watch = new Watcher(this, changed);
        lock (_watchers)
            _watchers.Add(watch);
        return watch;
    }

    internal async Task RunAsync(CancellationToken ct)
    {
        var pause = Pause;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await StartAsync(ct);
                await FollowAsync(ct);
                await FillAsync(ct);
                pause = Pause;
                _problem = null;
            }
            catch (PaiApiException fault)
            {
                _problem = new CloudUnavailableException(fault);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            Tell();
            if (_isEnded && _problem is null && !CanFill)
                return;
            await WaitAsync(pause, ct);
        }
    }

    private bool CanFill => _backlog is { HasMore: true } && !_store.HasLetGo;

    private bool MayFill => CanFill && (_wanted.Task.IsCompleted || End - First < ReadAtFirst);

    private async Task WaitAsync(TimeSpan pause, CancellationToken ct)
    {
        var waitsForWish = CanFill && !_wanted.Task.IsCompleted;
        if (_isEnded && _problem is null && waitsForWish)
            await _wanted.Task.WaitAsync(ct);
        else if (waitsForWish)
            await Task.WhenAny(_wanted.Task, Task.Delay(pause, _time, ct));
        else
            await Task.Delay(pause, _time, ct);
    }

    private async Task StartAsync(CancellationToken ct)
    {
        if (_tail is not null)
            return;
        _known = await _span(ct);
        var backlog = new LogBacklog(_windows, _known.Begin, Until() + TimeSpan.FromSeconds(1));
        var lines = await backlog.EarlierAsync(ct);
        // What was written in the second that has not come yet belongs to the tail.
        _store.Append(Split(lines));
        (_backlog, _tail) = (backlog, new LogTail(_windows, backlog.Front, lines));
        Tell();
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        var hasMore = !_isEnded;
        while (hasMore)
        {
            var until = Until();
            (var lines, hasMore) = await _tail!.NextAsync(until, ct);
            if (lines.Count > 0)
            {
                _store.Append(Split(lines));
                Tell();
                continue;
            }
            if (hasMore)
                continue;
            _isEnded = _known!.End is { } end && until >= end + AfterEnd;
            // Nothing new: the one who writes may have ended.
            if (_known.End is null)
                _known = await _span(ct);
        }
    }

    private async Task FillAsync(CancellationToken ct)
    {
        var followed = _time.GetTimestamp();
        while (MayFill)
        {
            var lines = await _backlog!.EarlierAsync(ct);
            if (lines.Count > 0)
                _store.Prepend([.. Split(lines)]);
            Tell();
            if (_time.GetElapsedTime(followed) < Pause)
                continue;
            await FollowAsync(ct);
            followed = _time.GetTimestamp();
        }
    }

    private DateTimeOffset Until()
    {
        var now = _clock.UtcNow;
        return _known?.End is { } end && end + AfterEnd < now ? end + AfterEnd : now;
    }

    // An entry is a line; should one hold several, they are shown as such.
    internal static IEnumerable<string> Split(IReadOnlyList<string> entries) => entries.SelectMany(entry => entry.TrimEnd('\n').Split('\n'));

    private void Tell()
    {
        Watcher[] watchers;
        lock (_watchers)
            watchers = [.. _watchers];
        foreach (var watcher in watchers)
            watcher.Changed();
    }

    private sealed record Watcher(LiveLog Log, Action Changed) : IDisposable
    {
        public void Dispose()
        {
            lock (Log._watchers)
                Log._watchers.Remove(this);
        }
    }
}
