using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared;

/// <summary>Title, one line of state, and the primary action at the right.</summary>
public sealed partial class PageHead
{
    /// <summary>The page's heading and the browser tab's.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";
    /// <summary>The list that this page belongs to.</summary>
    [Parameter] public string? Parent { get; set; }
    /// <summary>Its address.</summary>
    [Parameter] public string? ParentHref { get; set; }
    /// <summary>"12 running · ¥146.20/h · as of 10:04:12".</summary>
    [Parameter] public RenderFragment? State { get; set; }
    /// <summary>Buttons; the primary one last.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }
}
