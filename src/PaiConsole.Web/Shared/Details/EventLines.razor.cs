using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared.Details;

/// <summary>What the cloud has logged about an object, newest first, as it said it.</summary>
public sealed partial class EventLines
{
    /// <summary>Oldest first, as the cloud gives them.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> Lines { get; set; } = [];
    /// <summary>Said when there is not one line; that there are no events, when null.</summary>
    [Parameter] public string? Nothing { get; set; }
}
