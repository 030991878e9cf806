using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Settings;

/// <summary>The secret of a token that was just made; gone with the next step.</summary>
public sealed partial class SecretOnce
{
    /// <summary>The token's name.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    /// <summary>Its secret.</summary>
    [Parameter, EditorRequired] public string Secret { get; set; } = "";
    /// <summary>The person has copied it.</summary>
    [Parameter] public EventCallback OnDone { get; set; }
}
