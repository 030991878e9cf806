using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Syncing;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared.Details;
using PaiConsole.Web.Shared.Feeds;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Idle;

/// <summary>Who holds a GPU, what that has wasted, what it would cost over the weekend, and what the last one did cost.</summary>
public sealed partial class IdlePage : IAsyncDisposable
{
    private IReadOnlyList<NotebookRow> _rows = [];
    private FeedView<NotebookRow>? _feed;
    private bool _mayCommand;

    /// <summary>The open section.</summary>
    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }
    /// <summary>How many weekends back the bill goes.</summary>
    [SupplyParameterFromQuery(Name = "back")] public int Back { get; set; }

    [Inject] private NotebookQueries Queries { get; set; } = default!;
    [Inject] private SyncHealth Health { get; set; } = default!;
    [Inject] private FeedViews Feeds { get; set; } = default!;
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private string Active => Tab ?? "now";

    private IReadOnlyList<Tab> Sections => [new("now", I["Tab.Now"], _rows.Count), new("ahead", I["Tab.Ahead"]), new("bill", I["Tab.Bill"])];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
            _feed = Feeds.Open<NotebookRow>(InvokeAsync, _ => ReadAsync(), ReadAsync);
        _mayCommand = Settings.AllowCommands && (await Authentication).User.ToActor().Role >= Role.Operator;
        await ReadAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_feed is not null)
            await _feed.DisposeAsync();
    }

    private async Task ReadAsync()
    {
        _rows = await Queries.GpuHoldersAsync(CancellationToken.None);
        StateHasChanged();
    }
}
