using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared;

/// <summary>Says that there is nothing, why, and the one thing to do about it.</summary>
public sealed partial class EmptyState
{
    /// <summary>A name in <see cref="Icons"/>.</summary>
    [Parameter] public string Icon { get; set; } = "info";
    /// <summary>One line.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";
    /// <summary>The reason.</summary>
    [Parameter] public string? Why { get; set; }
    /// <summary>The word on the button.</summary>
    [Parameter] public string? Action { get; set; }
    /// <summary>Where the action leads.</summary>
    [Parameter] public string? Href { get; set; }
    /// <summary>What the action does, where it leads nowhere.</summary>
    [Parameter] public EventCallback OnAction { get; set; }
    /// <summary>Where the action would be a command, whoever looks may give it: a list says so for what it shows when it is empty.</summary>
    [CascadingParameter(Name = "MayCommand")] public bool MayCommand { get; set; } = true;
    /// <summary>The title is the page's heading.</summary>
    [Parameter] public bool Heading { get; set; }
}
