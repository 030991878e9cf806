using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using PaiConsole.Domain;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Syncing;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared.Feeds;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>
/// The page of one kind of object: head with state and money, filters in the address, and a live table.
/// What a page adds are its columns, cells and commands.
/// </summary>
public sealed partial class ResourceList<TRow> : IAsyncDisposable
{
    private const int CountedAtFirst = 10_000;
    // With further columns nothing is left to share: the first one needs a width of its own.
    private const string NameWidth = "200px";
    // Order, membership and totals are read again at once, but at most this often, however much changes.
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SumAgainAfter = TimeSpan.FromSeconds(5);

    private DataTable<TRow>? _table;
    private FeedView<TRow>? _feed;
    private ListView _view = new();
    private ListTotals? _all;
    private ListTotals? _matching;
    private ListSums? _sums;
    private long _summedAt;
    private bool _summing;
    private TimeSpan _sumPause = SumAgainAfter;
    private IReadOnlyList<string> _owners = [];
    private int? _total;
    private bool _totalIsCapped;
    private bool _readAgainSoon;
    private long _readAt;
    private bool _disposed;

    /// <summary>What kind of object.</summary>
    [Parameter, EditorRequired] public ResourceKind Kind { get; set; }
    /// <summary>Heading.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";
    /// <summary>The heads.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TableColumn> Columns { get; set; } = [];
    /// <summary>The states worth a filter button.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<Phase> Phases { get; set; } = [];
    /// <summary>Reads a page of rows.</summary>
    [Parameter, EditorRequired] public Func<ListRequest, CancellationToken, Task<ListPage<TRow>>> List { get; set; } = default!;
    /// <summary>Reads the totals of all that match.</summary>
    [Parameter, EditorRequired] public Func<ListRequest, CancellationToken, Task<ListTotals>> Sum { get; set; } = default!;
    /// <summary>Adds up what all that match have cost; costs a walk over them, and is done while somebody looks.</summary>
    [Parameter] public Func<ListRequest, CancellationToken, Task<ListSums>>? SumAll { get; set; }
    /// <summary>Adds to rows what the further columns show.</summary>
    [Parameter] public Func<IReadOnlyList<TRow>, CancellationToken, Task<IReadOnlyList<TRow>>>? AddMore { get; set; }
    /// <summary>Columns that are shown when asked for; the cells of a row follow those of the others.</summary>
    [Parameter] public IReadOnlyList<TableColumn> MoreColumns { get; set; } = [];
    /// <summary>Where the list can be had as a file; takes the query of the list and a format.</summary>
    [Parameter] public string? ExportPath { get; set; }
    /// <summary>Reads the owners to filter by.</summary>
    [Parameter, EditorRequired] public Func<CancellationToken, Task<IReadOnlyList<string>>> Owners { get; set; } = default!;
    /// <summary>The cells of a row.</summary>
    [Parameter, EditorRequired] public RenderFragment<TRow> Cells { get; set; } = default!;
    /// <summary>Buttons of a row, for those who may command.</summary>
    [Parameter] public RenderFragment<TRow>? Actions { get; set; }
    /// <summary>Buttons for the picked rows, for those who may command.</summary>
    [Parameter] public RenderFragment<IReadOnlyList<TRow>>? Bulk { get; set; }
    /// <summary>Buttons of the page.</summary>
    [Parameter] public RenderFragment? HeadActions { get; set; }
    /// <summary>Said when there is not one object of this kind.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private SyncHealth Health { get; set; } = default!;
    [Inject] private RowCells Draw { get; set; } = default!;
    [Inject] private FeedViews Feeds { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private bool MayCommand { get; set; }

    private IReadOnlyList<TableColumn> Shown => _view.More && MoreColumns.Count > 0 ? _withMore ??= [Columns[0] with { Width = NameWidth }, .. Columns.Skip(1), .. MoreColumns] : Columns;
    private IReadOnlyList<TableColumn>? _withMore;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _view = ListView.FromUri(Navigation.Uri);
        Navigation.LocationChanged += Moved;
        if (RendererInfo.IsInteractive)
            _feed = Feeds.Open<TRow>(InvokeAsync, ApplyAsync, ReadAgainAsync);
        MayCommand = Settings.AllowCommands && (await Authentication).User.ToActor().Role >= Role.Operator;
        if (RendererInfo.IsInteractive)
            _owners = await Owners(CancellationToken.None); // nobody can choose before that
        await SumAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        Navigation.LocationChanged -= Moved;
        if (_feed is not null)
            await _feed.DisposeAsync();
    }

    private async Task<TableWindow<TRow>> LoadAsync(TableRange<TRow> range, CancellationToken cancellation)
    {
        var request = _view.ToRequest(range.First, range.Count) with
        {
            From = range.From is { } row ? new ListAnchor(ListPlace.Of(row), range.Steps) : null,
            CountTo = CountTo(range.First + range.Count),
        };
        var page = await List(request, cancellation);
        if (_total != page.Total || _totalIsCapped != page.IsCapped)
        {
            (_total, _totalIsCapped) = (page.Total, page.IsCapped);
            StateHasChanged();
        }
        var rows = _view.More && AddMore is not null ? await AddMore(page.Items, cancellation) : page.Items;
        return new TableWindow<TRow>(rows, range.First, page.Total);
    }

    // Nobody pays for counting rows that nobody will see: the list grows, in few steps, as somebody comes near its end.
    private static int CountTo(int seen)
    {
        var most = CountedAtFirst;
        while (most < 2L * seen)
            most *= 2;
        return most;
    }

    /// <inheritdoc/>
    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? SumAllAsync() : Task.CompletedTask;

    // Not in the first HTML, and not with every change: the list is there before it is added up.
    private async Task SumAllAsync()
    {
        if (SumAll is null || _summing)
            return;
        _summing = true;
        try
        {
            var rest = _summedAt == 0 ? TimeSpan.Zero : _sumPause - Clock.GetElapsedTime(_summedAt);
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest, Clock, CancellationToken.None);
            while (!_disposed)
            {
                var (view, began) = (_view, Clock.GetTimestamp());
                var sums = await SumAll(view.ToRequest(0, 1), CancellationToken.None);
                if (view != _view && !view.ToParameters().SequenceEqual(_view.ToParameters()))
                    continue; // another filter was chosen meanwhile
                (_sums, _summedAt) = (sums, Clock.GetTimestamp());
                // A long history takes long to add up: never more than a twentieth of the time goes into it.
                var took = 20 * Clock.GetElapsedTime(began);
                _sumPause = took > SumAgainAfter ? took : SumAgainAfter;
                StateHasChanged();
                return;
            }
        }
        finally
        {
            // A database that failed once must not leave the sums as they were for good.
            _summing = false;
        }
    }

    private string ExportHref(string format) =>
        $"{ExportPath}?format={format}" + string.Concat(_view.ToApiQuery().Select(pair => $"&{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    private async Task SumAsync()
    {
        var all = await Sum(new ListRequest(), CancellationToken.None);
        var matching = _view.IsFiltered ? await Sum(_view.ToRequest(0, 1), CancellationToken.None) : all;
        if (all == _all && matching == _matching)
            return;
        (_all, _matching) = (all, matching);
        StateHasChanged();
    }

    private Task ApplyAsync(FeedBatch<TRow> batch)
    {
        _table?.Replace(batch.Changes.Select(change => change.Row).OfType<TRow>().Where(row => !row.IsDeleted));
        return ReadAgainSoonAsync();
    }

    private async Task ReadAgainSoonAsync()
    {
        if (_readAgainSoon)
            return;
        _readAgainSoon = true;
        var rest = _readAt == 0 ? TimeSpan.Zero : ReadAgainAfter - Clock.GetElapsedTime(_readAt);
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, Clock, CancellationToken.None);
        _readAgainSoon = false;
        _readAt = Clock.GetTimestamp();
        if (!_disposed)
            await ReadAgainAsync();
    }

    private async Task ReadAgainAsync()
    {
        if (_table is not null)
            await _table.ReloadAsync();
        await SumAsync();
        _ = SumAllAsync();
    }

    private void Show(ListView view) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(view.ToParameters()), new NavigationOptions { ReplaceHistoryEntry = true });

    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        var view = ListView.FromUri(e.Location);
        if (_disposed || view.ToParameters().SequenceEqual(_view.ToParameters()))
            return;
        (_view, _sums, _summedAt) = (view, null, 0);
        StateHasChanged();
        if (_table is not null)
            await _table.ReloadAsync(fromTop: true);
        await SumAsync();
        await SumAllAsync();
    });
}
