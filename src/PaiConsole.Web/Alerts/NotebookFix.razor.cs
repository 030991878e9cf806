using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Notebooks;

namespace PaiConsole.Web.Alerts;

/// <summary>The button that helps with the alert of a notebook, as far as its state takes it.</summary>
public sealed partial class NotebookFix
{
    /// <summary>The alert.</summary>
    [Parameter, EditorRequired] public AlertRow Alert { get; set; } = default!;
    /// <summary>Its notebook.</summary>
    [Parameter, EditorRequired] public NotebookRow Row { get; set; } = default!;
    /// <summary>Stop it.</summary>
    [Parameter] public EventCallback OnStop { get; set; }
    /// <summary>Give it an idle rule.</summary>
    [Parameter] public EventCallback OnRule { get; set; }
    /// <summary>Start it.</summary>
    [Parameter] public EventCallback OnStart { get; set; }
}
