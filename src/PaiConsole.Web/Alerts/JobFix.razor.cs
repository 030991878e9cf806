using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Jobs;

namespace PaiConsole.Web.Alerts;

/// <summary>The button that helps with the alert of a training job, as far as its state takes it.</summary>
public sealed partial class JobFix
{
    /// <summary>The alert.</summary>
    [Parameter, EditorRequired] public AlertRow Alert { get; set; } = default!;
    /// <summary>Its job.</summary>
    [Parameter, EditorRequired] public JobRow Row { get; set; } = default!;
    /// <summary>Commands are sent to the cloud.</summary>
    [Parameter] public bool MayAct { get; set; }
    /// <summary>Stop it.</summary>
    [Parameter] public EventCallback OnStop { get; set; }
    /// <summary>Let it go on.</summary>
    [Parameter] public EventCallback OnResume { get; set; }
}
