using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared.Details;

/// <summary>"stopping, asked 3 s ago by ana": shown until the cloud itself says so.</summary>
public sealed partial class PendingNote
{
    /// <summary>The operation under way, or null.</summary>
    [Parameter, EditorRequired] public PendingOperation? Pending { get; set; }
    /// <summary>Only what is being done.</summary>
    [Parameter] public bool Brief { get; set; }

    [CascadingParameter] private Now Now { get; set; } = default!;
}
