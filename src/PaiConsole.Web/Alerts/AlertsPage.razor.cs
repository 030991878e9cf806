using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine;
using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Syncing;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared.Details;
using PaiConsole.Web.Shared.Feeds;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Alerts;

/// <summary>The inbox: what somebody should look at, with its money, its owner and a button that helps.</summary>
public sealed partial class AlertsPage : IAsyncDisposable
{
    private const int Step = 50;
    private const int Most = 200;
    private IReadOnlyList<AlertRow> _alerts = [];
    private IReadOnlyDictionary<AlertShelf, int> _counts = new Dictionary<AlertShelf, int>();
    private IReadOnlyDictionary<string, NotebookRow> _rows = new Dictionary<string, NotebookRow>(StringComparer.Ordinal);
    private FeedView<AlertRow>? _feed;
    private IReadOnlyDictionary<string, JobRow> _jobRows = new Dictionary<string, JobRow>(StringComparer.Ordinal);
    private FeedView<NotebookRow>? _notebooks;
    private FeedView<JobRow>? _jobs;
    private int _shown = Step;
    private int _total;
    private int _turn;
    private bool _mayCommand;

    /// <summary>The open section.</summary>
    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    [Inject] private AlertQueries Queries { get; set; } = default!;
    [Inject] private NotebookQueries Notebooks { get; set; } = default!;
    [Inject] private JobQueries Jobs { get; set; } = default!;
    [Inject] private SyncHealth Health { get; set; } = default!;
    [Inject] private FeedViews Feeds { get; set; } = default!;
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private string Active => Tab ?? "open";
    private AlertShelf Shelf => Active switch { "snoozed" => AlertShelf.Snoozed, "resolved" => AlertShelf.Resolved, _ => AlertShelf.Open };
    private bool Looked => Health.Of(ResourceKind.Notebook).AsOf is not null && Health.Of(ResourceKind.Job).AsOf is not null;

    private IReadOnlyList<Tab> Sections =>
    [
        new("open", A["Tab.Open"], _counts.GetValueOrDefault(AlertShelf.Open)), new("snoozed", A["Tab.Snoozed"], _counts.GetValueOrDefault(AlertShelf.Snoozed)),
        new("resolved", A["Tab.Resolved"], _counts.GetValueOrDefault(AlertShelf.Resolved)),
    ];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _feed = Feeds.Open<AlertRow>(InvokeAsync, _ => ReadAsync(), ReadAsync);
            _jobs = Feeds.Open<JobRow>(InvokeAsync, batch => batch.Changes.Any(change => _jobRows.ContainsKey(change.Id)) ? ReadAsync() : Task.CompletedTask, ReadAsync);
            _notebooks = Feeds.Open<NotebookRow>(InvokeAsync, batch => batch.Changes.Any(change => _rows.ContainsKey(change.Id)) ? ReadAsync() : Task.CompletedTask, ReadAsync);
        }
        _mayCommand = (await Authentication).User.ToActor().Role >= Role.Operator;
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_feed is not null)
            await _feed.DisposeAsync();
        if (_notebooks is not null)
            await _notebooks.DisposeAsync();
        if (_jobs is not null)
            await _jobs.DisposeAsync();
    }

    private async Task ReadAsync()
    {
        var turn = ++_turn;
        var page = await Queries.ListAsync(Shelf, 0, _shown, CancellationToken.None);
        if (turn != _turn)
            return; // another section has been opened meanwhile
        (_alerts, _total) = (page.Items, page.Total);
        _counts = await Queries.CountsAsync(CancellationToken.None);
        _rows = await Notebooks.RowsAsync(Open(ResourceKind.Notebook), CancellationToken.None);
        _jobRows = await Jobs.RowsAsync(Open(ResourceKind.Job), CancellationToken.None);
        StateHasChanged();
    }

    private IReadOnlyList<string> Open(ResourceKind kind) =>
        [.. _alerts.Where(alert => alert.ResolvedAt is null && alert.Kind == kind).Select(alert => alert.ResourceId).Distinct()];

    private NotebookRow? RowOf(AlertRow alert) => alert.Kind == ResourceKind.Notebook ? _rows.GetValueOrDefault(alert.ResourceId) : null;

    private JobRow? JobOf(AlertRow alert) => alert.Kind == ResourceKind.Job ? _jobRows.GetValueOrDefault(alert.ResourceId) : null;

    // Alerts are as fresh as the older of what they rest on.
    private Freshness Look() => new[] { Health.Of(ResourceKind.Notebook), Health.Of(ResourceKind.Job) }
        .OrderByDescending(look => look.IsStale).ThenBy(look => look.AsOf ?? DateTimeOffset.MinValue).First();

    private Task MoreAsync()
    {
        _shown = Math.Min(_shown + Step, Most);
        return ReadAsync();
    }
}
