using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared.Feeds;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Shared.Details;

/// <summary>The page of one object: reads it, and reads it again whenever it or a command for it has moved.</summary>
public abstract class DetailPage<TRow, TDetail> : ComponentBase, IAsyncDisposable
    where TRow : ResourceRow
    where TDetail : class
{
    private FeedView<TRow>? _rows;
    private FeedView<OperationRow>? _operations;
    private string? _read;

    [Inject] private FeedViews Feeds { get; set; } = default!;
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>The open section.</summary>
    [SupplyParameterFromQuery(Name = "tab")] protected string? Tab { get; set; }

    /// <summary>What the address names.</summary>
    protected abstract string Key { get; }

    /// <summary>The object, or null while it is read or when there is none.</summary>
    protected TDetail? Detail { get; private set; }

    /// <summary>It was looked for and not found.</summary>
    protected bool IsMissing { get; private set; }

    /// <summary>Buttons make sense: the role and the mode allow commands.</summary>
    protected bool MayCommand { get; private set; }

    /// <summary>Reads the object.</summary>
    protected abstract Task<TDetail?> ReadAsync(string key, CancellationToken cancellation);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _rows = Feeds.Open<TRow>(InvokeAsync, ApplyAsync, ReadAgainAsync);
            _operations = Feeds.Open<OperationRow>(InvokeAsync, ApplyAsync, ReadAgainAsync);
        }
        MayCommand = Settings.AllowCommands && (await Authentication).User.ToActor().Role >= Role.Operator;
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_read == Key)
            return;
        _read = Key;
        await ReadAgainAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_rows is not null)
            await _rows.DisposeAsync();
        if (_operations is not null)
            await _operations.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads the object again and shows it.</summary>
    protected async Task ReadAgainAsync()
    {
        Detail = await ReadAsync(Key, CancellationToken.None);
        IsMissing = Detail is null;
        StateHasChanged();
    }

    private Task ApplyAsync(FeedBatch<TRow> batch) =>
        batch.Changes.Any(change => change.Id == Key) ? ReadAgainAsync() : Task.CompletedTask;

    private Task ApplyAsync(FeedBatch<OperationRow> batch) =>
        batch.Changes.Any(change => change.Row?.TargetId == Key) ? ReadAgainAsync() : Task.CompletedTask;
}
