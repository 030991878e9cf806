using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>The views of a list that a person has named. They lie in the browser, for each person and list apart.</summary>
public sealed partial class SavedViews : IAsyncDisposable
{
    private const int Most = 30;
    private IJSObjectReference? _module;
    private List<SavedView>? _views;
    private string _store = "";
    private string _name = "";

    /// <summary>The list.</summary>
    [Parameter, EditorRequired] public string Kind { get; set; } = "";
    /// <summary>What it shows now.</summary>
    [Parameter, EditorRequired] public ListView View { get; set; } = default!;
    /// <summary>Another view was chosen.</summary>
    [Parameter] public EventCallback<ListView> OnShow { get; set; }

    /// <summary>What else can be done with what is shown.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Inject] private IJSRuntime Js { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _store = $"paiconsole.views.{Kind}.{(await Authentication).User.Identity?.Name}";
        try
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/store.js");
            _views = Parse(await _module.InvokeAsync<string?>("read", _store));
            StateHasChanged();
        }
        catch (JSDisconnectedException)
        {
            // the page is gone
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _module.LetGoAsync();

    private Task ShowAsync(SavedView view) => OnShow.InvokeAsync(ListView.FromUri("http://list/" + view.Query));

    private Task ForgetAsync(SavedView view) => KeepAsync([.. (_views ?? []).Where(other => other != view)]);

    private async Task SaveAsync()
    {
        var name = _name.Trim();
        if (name.Length == 0)
            return;
        var query = View.ToParameters().Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value));
        _name = "";
        // The same name again is the same view, changed.
        await KeepAsync([.. (_views ?? []).Where(view => view.Name != name).TakeLast(Most - 1), new SavedView(name, QueryHelpers.AddQueryString("", query))]);
    }

    private async Task KeepAsync(List<SavedView> views)
    {
        _views = views;
        if (_module is not null)
            await _module.InvokeVoidAsync("write", _store, JsonSerializer.Serialize(views));
    }

    // What lies in a browser may be anything.
    private static List<SavedView> Parse(string? text)
    {
        try
        {
            return [.. (JsonSerializer.Deserialize<List<SavedView?>>(text ?? "[]") ?? []).OfType<SavedView>().Where(view => view is { Name.Length: > 0, Query: not null }).Take(Most)];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
