using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>
/// A table of any length: only the rows near the visible ones exist. Heads stay on top, totals at the bottom;
/// rows are walked with j and k, opened with Enter and picked with x. The first rows are in the first HTML.
/// </summary>
public sealed partial class DataTable<TRow> : IAsyncDisposable
{
    /// <summary>Height of a row in pixels; the style sheet keeps every row to it.</summary>
    public const int RowHeight = 36;
    private const int FirstCount = 50;
    private const int FarthestStep = 500;
    private static readonly object Above = new();
    private static readonly object Under = new();

    private readonly Dictionary<string, TRow> _picked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fresh = new(StringComparer.Ordinal);
    private TableWindow<TRow> _window = new([], 0, 0);
    private ElementReference _box;
    private readonly ScriptedView _script = new();
    private IJSObjectReference? _watch;
    private DotNetObjectReference<DataTable<TRow>>? _self;
    private (int First, int Count) _wanted = (0, FirstCount);
    private bool _loading = true;
    private int _generation;

    /// <summary>Said to screen readers.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    /// <summary>The heads.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TableColumn> Columns { get; set; } = [];
    /// <summary>Reads rows.</summary>
    [Parameter, EditorRequired] public Func<TableRange<TRow>, CancellationToken, Task<TableWindow<TRow>>> Load { get; set; } = default!;
    /// <summary>Rows keep their places in this order. Where a change moves a row, the place of one says nothing of the others.</summary>
    [Parameter] public bool Steady { get; set; }
    /// <summary>Identity of a row.</summary>
    [Parameter, EditorRequired] public Func<TRow, string> Key { get; set; } = default!;
    /// <summary>Counts up with every change of a row, so that a slow answer never overwrites a newer one.</summary>
    [Parameter] public Func<TRow, long>? Revision { get; set; }
    /// <summary>Name of a row, for screen readers.</summary>
    [Parameter, EditorRequired] public Func<TRow, string> Name { get; set; } = default!;
    /// <summary>The cells of a row, one per column, with the classes that <see cref="TableColumn"/> names.</summary>
    [Parameter, EditorRequired] public RenderFragment<TRow> Cells { get; set; } = default!;
    /// <summary>All of a row that moves with time alone, such as ages, as text.</summary>
    [Parameter] public Func<TRow, string>? Moving { get; set; }
    /// <summary>Buttons of a row.</summary>
    [Parameter] public RenderFragment<TRow>? Actions { get; set; }
    /// <summary>Shown while rows are picked.</summary>
    [Parameter] public RenderFragment<IReadOnlyList<TRow>>? Bulk { get; set; }
    /// <summary>The row of totals.</summary>
    [Parameter] public RenderFragment? Totals { get; set; }
    /// <summary>Shown instead of rows.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }
    /// <summary>Key of the column it is sorted by.</summary>
    [Parameter] public string? Sort { get; set; }
    /// <summary>Largest first.</summary>
    [Parameter] public bool Descending { get; set; }
    /// <summary>A head was pressed.</summary>
    [Parameter] public EventCallback<string> OnSort { get; set; }

    [Inject] private IJSRuntime Js { get; set; } = default!;

    // Draws the table again as time goes on; every row decides for itself whether it reads differently by then.
    [CascadingParameter] private Now? Now { get; set; }

    internal bool Pickable => Bulk is not null;
    private int Below => _window.Total - _window.First - _window.Rows.Count;
    private bool AllPicked => _window.Rows.Count > 0 && _window.Rows.All(row => _picked.ContainsKey(Key(row)));

    /// <summary>Reads the rows in sight again; renders only if something is different.</summary>
    /// <param name="fromTop">Another filter or order: starts at the first row.</param>
    public async Task ReloadAsync(bool fromTop = false)
    {
        var generation = ++_generation;
        if (fromTop)
            _wanted.First = 0;
        var window = await Load(Range(), CancellationToken.None);
        if (generation != _generation)
            return; // a newer question has been asked meanwhile
        window = window with { Rows = [.. window.Rows.Select(Newest)] };
        var same = !_loading && window.Total == _window.Total && window.First == _window.First && window.Rows.SequenceEqual(_window.Rows);
        (_window, _loading) = (window, false);
        if (fromTop)
        {
            _fresh.Clear();
            if (_watch is not null)
                await _watch.InvokeVoidAsync("top");
        }
        if (!same)
            StateHasChanged();
    }

    /// <summary>Puts newer rows in the place of those in sight with the same key.</summary>
    /// <returns>True when a row that is not in sight is among them: the order may have changed.</returns>
    public bool Replace(IEnumerable<TRow> newer)
    {
        var rows = _window.Rows.ToList();
        var (changed, strangers) = (false, false);
        foreach (var row in newer)
        {
            var id = Key(row);
            var at = rows.FindIndex(old => Key(old) == id);
            if (at < 0)
            {
                strangers = true;
                _fresh.Add(id);
                continue;
            }
            if (Revision?.Invoke(row) < Revision?.Invoke(rows[at]))
                continue;
            if (_picked.ContainsKey(id))
                _picked[id] = row;
            changed |= !rows[at].Equals(row);
            rows[at] = row;
        }
        if (changed)
        {
            _window = _window with { Rows = rows };
            StateHasChanged();
        }
        return strangers;
    }

    /// <summary>Called by the browser when other rows come into sight.</summary>
    [JSInvokable]
    public Task ShowRangeAsync(int first, int count)
    {
        _wanted = (Math.Max(0, first), Math.Clamp(count, 1, 200));
        return ReloadAsync();
    }

    /// <summary>Forgets which rows are picked.</summary>
    public void ClearPicked() => _picked.Clear();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReloadAsync();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _watch = await _script.MakeAsync(Js, "./js/table.js", "watch", _box, _self, _wanted.First, _wanted.Count);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _script.DisposeAsync();
        _self?.Dispose();
    }

    // Near the top new rows shall come in, and at the end none be missing: there, and after a jump, rows are counted from the top.
    private TableRange<TRow> Range()
    {
        var (first, count) = _wanted;
        var shown = _window.Rows.Count;
        if (!Steady || first < FirstCount || shown == 0 || first + count >= _window.Total || Math.Abs(first - _window.First) > FarthestStep)
            return new TableRange<TRow>(first, count);
        // Upwards from the row that follows the new ones, when it is there: then they lie all on one side of it.
        var (start, end) = (first - _window.First, first - _window.First + count);
        var at = start < 0 && end >= 0 && end < shown ? end : Math.Clamp(start, 0, shown - 1);
        return new TableRange<TRow>(first, count, _window.Rows[at], start - at);
    }

    private TRow Newest(TRow read) =>
        Revision is not null && _window.Rows.FirstOrDefault(row => Key(row) == Key(read)) is { } shown && Revision(shown) > Revision(read) ? shown : read;

    internal bool IsPicked(string id) => _picked.ContainsKey(id);

    internal bool IsFresh(string id) => _fresh.Contains(id);

    internal void Pick(string id)
    {
        if (!_picked.Remove(id) && _window.Rows.FirstOrDefault(row => Key(row) == id) is { } row)
            _picked[id] = row;
        StateHasChanged();
    }

    private void PickAll()
    {
        if (AllPicked)
            _picked.Clear();
        else
            foreach (var row in _window.Rows)
                _picked[Key(row)] = row;
    }

    private static string Pixels(int rows) => string.Create(CultureInfo.InvariantCulture, $"{(long)rows * RowHeight}px");
}
