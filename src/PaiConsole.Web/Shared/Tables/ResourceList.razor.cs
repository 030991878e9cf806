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
    // Order, membership and totals are read again at once, but at most this often, however much changes.
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(1);

    private DataTable<TRow>? _table;
    private FeedView<TRow>? _feed;
    private ListView _view = new();
    private ListTotals? _all;
    private ListTotals? _matching;
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
        return new TableWindow<TRow>(page.Items, range.First, page.Total);
    }

    // Nobody pays for counting rows that nobody will see: the list grows, in few steps, as somebody comes near its end.
    private static int CountTo(int seen)
    {
        var most = CountedAtFirst;
        while (most < 2L * seen)
            most *= 2;
        return most;
    }

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
    }

    private void Show(ListView view) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(view.ToParameters()), new NavigationOptions { ReplaceHistoryEntry = true });

    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        var view = ListView.FromUri(e.Location);
        if (_disposed || view.ToParameters().SequenceEqual(_view.ToParameters()))
            return;
        _view = view;
        StateHasChanged();
        if (_table is not null)
            await _table.ReloadAsync(fromTop: true);
        await SumAsync();
    });
}
