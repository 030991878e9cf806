using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight;

/// <summary>A change that a press of a button makes to a spec.</summary>
/// <param name="Id">Stable id in kebab case; the key of its translation.</param>
/// <param name="Label">What the button says, in plain English.</param>
/// <param name="Args">The values in the label by name.</param>
/// <param name="Spec">The spec with the change made.</param>
public sealed record JobRepair(string Id, string Label, IReadOnlyDictionary<string, string> Args, JobSpec Spec);

/// <summary>A button that repairs something, written once: its label is a template with {named} holes.</summary>
/// <param name="Id">Stable id in kebab case.</param>
/// <param name="Label">What the button says.</param>
public sealed record RepairKind(string Id, string Label)
{
    /// <summary>This repair with its values.</summary>
    public JobRepair Of(JobSpec repaired, params IEnumerable<(string Name, object? Value)> args)
    {
        var filled = new FindingKind(Id, Severity.Info, Label).At(null, null, args);
        return new JobRepair(Id, filled.Message, filled.Args, repaired);
    }
}
