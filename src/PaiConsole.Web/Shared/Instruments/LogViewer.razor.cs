using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PaiConsole.Engine.Logs;

namespace PaiConsole.Web.Shared.Instruments;

/// <summary>
/// A log of any length. Lines lie in the engine, shared by all who look; the browser asks for those in sight and never holds
/// more than some hundred. One component shows one log: another log is another component (<c>@key</c>).
/// </summary>
public sealed partial class LogViewer : IAsyncDisposable
{
    private const int MostRows = 400;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _gone = new();
    private readonly SemaphoreSlim _changed = new(1, 1);
    private ElementReference _box;
    private readonly ScriptedView _script = new();
    // Taken once: a source that is disposed gives no token, and whoever still runs has to hear that it is over.
    private readonly CancellationToken _stop;
    private DotNetObjectReference<LogViewer>? _self;
    private LogLease? _lease;
    private IDisposable? _watch;
    private LogSearch? _search;
    private LogState? _state;
    private long _lines;

    /// <summary>Shows nothing yet.</summary>
    public LogViewer() => _stop = _gone.Token;

    /// <summary>Begins to look at the log.</summary>
    [Parameter, EditorRequired] public Func<LogLease> Look { get; set; } = default!;
    /// <summary>Said to screen readers.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    /// <summary>Where the whole log can be had as a file.</summary>
    [Parameter] public string? DownloadHref { get; set; }
    /// <summary>More controls.</summary>
    [Parameter] public RenderFragment? Tools { get; set; }

    [Inject] private IJSRuntime Js { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;

    // Which part of the log is here, as a word.
    private string? Part => _state switch
    {
        { HasLetGo: true } => "Log.LetGo",
        { HasEarlier: true, HasBegun: true } => "Log.Earlier",
        _ => null,
    };

    private string Nothing => _state is { HasBegun: true, HasEarlier: false } ? "Log.Empty" : "FromCloud.Asking";

    /// <summary>Called by the browser: the lines from a place on.</summary>
    [JSInvokable]
    public IReadOnlyList<LogRow> RowsAsync(long from, int count, bool only)
    {
        if (_lease is not { Log: var log })
            return [];
        count = Math.Clamp(count, 0, MostRows);
        if (!only)
            return [.. log.Read(from, count).Select(line => LogRow.Of(line.Number, line.Number, line.Text, _search))];
        var rows = new List<LogRow>();
        var match = Math.Max(from, _search?.Range().First ?? 0);
        foreach (var number in _search?.Lines(from, count) ?? [])
            rows.AddRange(log.Read(number, 1).Where(line => line.Number == number).Select(line => LogRow.Of(match++, number, line.Text, _search)));
        return rows;
    }

    /// <summary>Called by the browser: looks for something else; says what is wrong with it, or null.</summary>
    [JSInvokable]
    public string? SearchAsync(string text, bool isPattern, bool matchCase)
    {
        _search = null;
        var query = new LogQuery(text, isPattern, matchCase);
        var fault = text.Length == 0 ? null : query.Fault();
        if (text.Length > 0 && fault is null && _lease is { Log: var log })
        {
            _search = new LogSearch(log, query);
            log.ReadAll();
        }
        Signal();
        return fault is null ? null : L["Log.BadPattern", fault].Value;
    }

    /// <summary>Called by the browser: the first match at or after a line.</summary>
    [JSInvokable]
    public long? MatchFromAsync(long line) => _search?.MatchAtOrAfter(line);

    /// <summary>Called by the browser: the line of a match.</summary>
    [JSInvokable]
    public long? LineOfMatchAsync(long match) => _search?.Lines(match, 1) is [var line] ? line : null;

    /// <summary>Called by the browser when somebody scrolls to the first line that is here.</summary>
    [JSInvokable]
    public void ReadAllAsync() => _lease?.Log.ReadAll();

    /// <summary>Called by the browser: the first line of the whole log, as far as it can be kept, that speaks of a failure.</summary>
    [JSInvokable]
    public async Task<long?> FirstTroubleAsync()
    {
        if (_lease is not { Log: var log })
            return null;
        log.ReadAll();
        var search = new LogSearch(log, LogQuery.Trouble);
        var since = Clock.GetTimestamp();
        while (log.State is { HasEarlier: true, HasLetGo: false, Problem: null } && Clock.GetElapsedTime(since) < LongestWait)
            await Task.Delay(Pace, Clock, _stop);
        await Task.Run(() => search.Advance(LongestWait, _stop), _stop);
        return search.Lines(search.Range().First, 1) is [var line] ? line : null;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            _lease = Look();
            _watch = _lease.Log.Watch(Signal);
            _self = DotNetObjectReference.Create(this);
            var view = await _script.MakeAsync(Js, "./js/log.js", "view", _box, _self, new
            {
                news = L["Log.News"].Value, none = L["Log.NoMatch"].Value, found = L["Log.Found"].Value, soFar = L["Log.SoFar"].Value,
                place = L["Log.Place"].Value, stuck = L["Log.Stuck"].Value, noTrouble = L["Log.NoTrouble"].Value,
            });
            if (view is not null)
                await TellAsync(view);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // nobody looks any more
        }
        catch (JSDisconnectedException)
        {
            // nor here
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _watch?.Dispose();
        _lease?.Dispose();
        await _script.DisposeAsync();
        _self?.Dispose();
        _gone.Dispose();
    }

    // However much is written, the browser hears of it some times a second.
    private async Task TellAsync(IJSObjectReference view)
    {
        while (true)
        {
            await _changed.WaitAsync(_stop);
            var (log, search) = (_lease!.Log, _search);
            if (search is not null)
                await Task.Run(() => search.Advance(Slice, _stop), _stop);
            var (matchFirst, matchEnd) = search?.Range() ?? (0, 0);
            var state = log.State;
            var isSearched = search is null or { StuckAt: not null } || (search.IsDone && state is not { HasEarlier: true, HasLetGo: false, Problem: null });
            if (search is { IsDone: false })
                Signal();
            await view.InvokeVoidAsync("state", _stop, new
            {
                first = state.First, end = state.End, matchFirst, matchEnd, searching = search is not null, isSearched,
                earlier = state is { HasEarlier: true, HasLetGo: false }, stuck = search?.StuckAt is not null,
            });
            if (state != _state)
            {
                (_state, _lines) = (state, state.End - state.First);
                StateHasChanged();
            }
            await Task.Delay(Pace, Clock, _stop);
        }
    }

    private void Signal()
    {
        if (_changed.CurrentCount == 0)
            _changed.Release();
    }
}
