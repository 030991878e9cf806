using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared;

/// <summary>When the data was last seen in the cloud; a warning once it is stale.</summary>
public sealed partial class AsOf
{
    /// <summary>The last good look.</summary>
    [Parameter, EditorRequired] public DateTimeOffset? At { get; set; }
    /// <summary>A later look failed.</summary>
    [Parameter] public bool Stale { get; set; }
    /// <summary>Why it failed, in the cloud's words.</summary>
    [Parameter] public string? Reason { get; set; }
}
