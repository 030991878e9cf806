using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Shell;

/// <summary>Ctrl+K: go to a page or to any object by a part of its name.</summary>
public sealed partial class CommandPalette : IAsyncDisposable
{
    private const int Limit = 12;
    private ElementReference _dialog;
    private IJSObjectReference? _module;
    private CancellationTokenSource? _asking;
    private IReadOnlyList<Hit> _hits = [];
    private string _text = "";
    private int _chosen;
    private bool _open;

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
        _asking?.Dispose();
        await _module.LetGoAsync();
    }

    private void Open(object? sender, EventArgs e) => _ = InvokeAsync(async () =>
    {
        (_open, _text, _chosen, _hits) = (true, "", 0, PagesLike(""));
        StateHasChanged();
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/shell.js");
        await _module.InvokeVoidAsync("openDialog", _dialog);
    });

    private async Task TypedAsync(ChangeEventArgs e)
    {
        _text = e.Value as string ?? "";
        if (_asking is { } earlier)
            await earlier.CancelAsync();
        _asking = new CancellationTokenSource();
        var token = _asking.Token;
        try
        {
            var found = _text.Trim().Length == 0 ? [] : await Names.FindAsync(_text.Trim(), Limit, token);
            if (!token.IsCancellationRequested)
                (_hits, _chosen) = ([.. PagesLike(_text), .. found], 0);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // the next letter was faster
        }
    }

    private Task KeyAsync(KeyboardEventArgs e)
    {
        if (e.Key == "ArrowDown" && _chosen < _hits.Count - 1)
            _chosen++;
        else if (e.Key == "ArrowUp" && _chosen > 0)
            _chosen--;
        else if (e.Key == "Enter" && _chosen < _hits.Count)
            return Go(_hits[_chosen]);
        return Task.CompletedTask;
    }

    private async Task Go(Hit hit)
    {
        if (_module is not null)
            await _module.InvokeVoidAsync("closeDialog", _dialog);
        _open = false;
        Navigation.NavigateTo(hit.Href);
    }

    private IReadOnlyList<Hit> PagesLike(string part) =>
        [.. Places.All.Concat(part.Trim().Length == 0 ? [] : Places.ByName)
            .Select(place => new Hit(place.Icon, L[place.Word], place.Href, place.Href))
            .Where(hit => hit.Name.Contains(part.Trim(), StringComparison.CurrentCultureIgnoreCase))];
}
