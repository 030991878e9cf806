using Microsoft.JSInterop;

namespace PaiConsole.Web.Shared;

/// <summary>Letting go of JavaScript objects.</summary>
internal static class JsModules
{
    /// <summary>Disposes a module or an object; a browser that has already left has let go of it by itself.</summary>
    public static async ValueTask LetGoAsync(this IJSObjectReference? reference)
    {
        if (reference is null)
            return;
        try
        {
            await reference.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // the page is gone, and its objects with it
        }
    }

    /// <summary>Calls the object's own <c>dispose</c>, then lets go of it.</summary>
    public static async ValueTask EndAsync(this IJSObjectReference? reference)
    {
        if (reference is null)
            return;
        try
        {
            await reference.InvokeVoidAsync("dispose");
            await reference.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // the page is gone, and its objects with it
        }
    }
}
