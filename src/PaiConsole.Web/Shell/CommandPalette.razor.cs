using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Shell;

/// <summary>Ctrl+K: go to a page or to any object by a part of its name.</summary>
public sealed partial class CommandPalette : IAsyncDisposable
{
    private const int Limit = 12;
    private ElementReference dialog;
    private IJSObjectReference? module;
    private CancellationTokenSource? asking;
    private IReadOnlyList<Hit> hits = [];
    private string text = "";
    private int chosen;
    private bool open;

    [Inject] private PaletteSwitch Switch { get; set; } = default!;
    [Inject] private INameSearch Names { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IJSRuntime Js { get; set; } = default!;

    /// <inheritdoc/>
    protected override void OnInitialized() => Switch.Opened += Open;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Switch.Opened -= Open;
        asking?.Dispose();
        await module.LetGoAsync();
    }

    private void Open(object? sender, EventArgs e) => _ = InvokeAsync(async () =>
    {
        (open, text, chosen, hits) = (true, "", 0, PagesLike(""));
        StateHasChanged();
        module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/shell.js");
        await module.InvokeVoidAsync("openDialog", dialog);
    });

    private async Task TypedAsync(ChangeEventArgs e)
    {
        text = e.Value as string ?? "";
        if (asking is { } earlier)
            await earlier.CancelAsync();
        asking = new CancellationTokenSource();
        var token = asking.Token;
        try
        {
            var found = text.Trim().Length == 0 ? [] : await Names.FindAsync(text.Trim(), Limit, token);
            if (!token.IsCancellationRequested)
                (hits, chosen) = ([.. PagesLike(text), .. found], 0);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // the next letter was faster
        }
    }

    private Task KeyAsync(KeyboardEventArgs e)
    {
        if (e.Key == "ArrowDown" && chosen < hits.Count - 1)
            chosen++;
        else if (e.Key == "ArrowUp" && chosen > 0)
            chosen--;
        else if (e.Key == "Enter" && chosen < hits.Count)
            return Go(hits[chosen]);
        return Task.CompletedTask;
    }

    private async Task Go(Hit hit)
    {
        if (module is not null)
            await module.InvokeVoidAsync("closeDialog", dialog);
        open = false;
        Navigation.NavigateTo(hit.Href);
    }

    private IReadOnlyList<Hit> PagesLike(string part) =>
        [.. Places.All
            .Select(place => new Hit(place.Icon, L[place.Word], place.Href, place.Href))
            .Where(hit => hit.Name.Contains(part.Trim(), StringComparison.CurrentCultureIgnoreCase))];
}
