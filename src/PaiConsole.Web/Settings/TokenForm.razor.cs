using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Operations;

namespace PaiConsole.Web.Settings;

/// <summary>Asks for the name and the role of a new token.</summary>
public sealed partial class TokenForm
{
    private string _name = "";
    private Role _role = Role.Viewer;
    private bool _busy;

    /// <summary>Makes it; true when it was made, so that the form is empty for the next one.</summary>
    [Parameter, EditorRequired] public Func<(string Name, Role Role), Task<bool>> OnCreate { get; set; } = default!;
    /// <summary>Drawn anew after a token was made.</summary>
    [Parameter] public EventCallback OnDone { get; set; }
    /// <summary>Why the last one was not made.</summary>
    [Parameter] public string? Problem { get; set; }

    private async Task SubmitAsync()
    {
        if (_busy)
            return;
        _busy = true;
        if (await OnCreate((_name, _role)))
            _name = "";
        _busy = false;
        await OnDone.InvokeAsync();
    }
}
