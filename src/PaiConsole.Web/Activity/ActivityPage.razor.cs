using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Web.Shared.Details;
using PaiConsole.Web.Shared.Feeds;

namespace PaiConsole.Web.Activity;

/// <summary>What people asked for and how it ended, live; and the audit record.</summary>
public sealed partial class ActivityPage : IAsyncDisposable
{
    private const int Step = 50;
    private IReadOnlyList<OperationRow> _operations = [];
    private FeedView<OperationRow>? _feed;
    private int _shown = Step;
    private int _total;

    /// <summary>The open section.</summary>
    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }
    /// <summary>Text to find.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Query { get; set; }
    /// <summary>Status to keep.</summary>
    [SupplyParameterFromQuery(Name = "status")] public string? Status { get; set; }

    [Inject] private OperationQueries Operations { get; set; } = default!;
    [Inject] private FeedViews Feeds { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string Active => Tab ?? "commands";

    private IReadOnlyList<Tab> Sections => [new("commands", A["Tab.Commands"]), new("audit", A["Tab.Audit"])];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            _feed = Feeds.Open<OperationRow>(InvokeAsync, _ => ReadAsync(), ReadAsync);
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_feed is not null)
            await _feed.DisposeAsync();
    }

    private async Task ReadAsync()
    {
        var page = await Operations.ListAsync(
            new ListRequest { Query = Query, Status = Status is null ? [] : [Status], Limit = _shown }, CancellationToken.None);
        (_operations, _total) = (page.Items, page.Total);
        StateHasChanged();
    }

    private Task OlderAsync()
    {
        _shown = Math.Min(_shown + Step, 200);
        return ReadAsync();
    }

    private void Find(ChangeEventArgs change) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameter("q", change.Value is string { Length: > 0 } text ? text : null), replace: true);

    private string Href(string? status) => Navigation.GetUriWithQueryParameter("status", status);
}
