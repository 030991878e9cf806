using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Web.Jobs;

/// <summary>What a press does about a finding.</summary>
public sealed partial class RepairButtons
{
    /// <summary>What can be done.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<JobRepair> Repairs { get; set; } = [];
    /// <summary>Given the spec with the change made.</summary>
    [Parameter] public EventCallback<JobSpec> OnPress { get; set; }

    private string Say(JobRepair repair)
    {
        var word = J[$"Repair.{repair.Id}"];
        return word.ResourceNotFound ? repair.Label : FindingKind.Fill(word.Value, repair.Args);
    }
}
