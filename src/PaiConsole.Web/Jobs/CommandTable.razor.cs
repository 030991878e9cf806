using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Web.Jobs;

/// <summary>What is read out of a command: the launcher's flags and the training arguments.</summary>
public sealed partial class CommandTable
{
    /// <summary>The command.</summary>
    [Parameter, EditorRequired] public string Command { get; set; } = "";

    private LaunchCommand Parsed { get; set; } = LaunchCommand.Parse("");

    /// <inheritdoc/>
    protected override void OnParametersSet() => Parsed = LaunchCommand.Parse(Command);
}
