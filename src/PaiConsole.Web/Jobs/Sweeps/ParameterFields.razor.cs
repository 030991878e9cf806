using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Sweeps;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Web.Jobs.Sweeps;

/// <summary>The parameters of a sweep, each with its values, and what is wrong with them.</summary>
public sealed partial class ParameterFields
{
    /// <summary>What is being typed; changed in place.</summary>
    [Parameter, EditorRequired] public List<ParameterDraft> Parameters { get; set; } = [];
    /// <summary>The command whose options are offered.</summary>
    [Parameter] public string Command { get; set; } = "";
    /// <summary>What the checks say of them.</summary>
    [Parameter] public IReadOnlyList<Finding> Findings { get; set; } = [];
    /// <summary>Something was typed.</summary>
    [Parameter] public EventCallback OnChange { get; set; }

    private IEnumerable<string> Options => LaunchCommand.Parse(Command).ScriptOptions.Select(option => $"--{option.Name}").Distinct(StringComparer.Ordinal)
        .Concat([SweepVariable.Sku, SweepVariable.Count]);

    private Task Change(Action change)
    {
        change();
        return OnChange.InvokeAsync();
    }

    private static string Text(ChangeEventArgs change) => change.Value as string ?? "";
}
