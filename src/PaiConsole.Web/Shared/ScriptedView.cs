using Microsoft.JSInterop;

namespace PaiConsole.Web.Shared;

/// <summary>
/// A script and the object that it makes for a component. Scripts come late, as they have to be fetched: a component that is gone by
/// then must neither make its object nor keep the script. What is thrown for it would end the whole page.
/// </summary>
internal sealed class ScriptedView : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _view;
    private bool _gone;

    /// <summary>Fetches the script and makes the object; null where nobody waits for it any more.</summary>
    /// <param name="js">The browser.</param>
    /// <param name="script">Path of the module.</param>
    /// <param name="make">Its function that makes the object. The object has a function <c>dispose</c>.</param>
    /// <param name="arguments">For that function.</param>
    public async Task<IJSObjectReference?> MakeAsync(IJSRuntime js, string script, string make, params object?[] arguments)
    {
        _module = await js.InvokeAsync<IJSObjectReference>("import", script);
        if (!_gone)
            _view = await _module.InvokeAsync<IJSObjectReference>(make, arguments);
        if (!_gone)
            return _view;
        await LetGoAsync();
        return null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _gone = true;
        await LetGoAsync();
    }

    private async Task LetGoAsync()
    {
        var (view, module) = (_view, _module);
        (_view, _module) = (null, null);
        await view.EndAsync();
        await module.LetGoAsync();
    }
}
