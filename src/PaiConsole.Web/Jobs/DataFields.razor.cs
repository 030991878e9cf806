using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Web.Jobs;

/// <summary>What a job reads, where its code comes from, and where its results go.</summary>
public sealed partial class DataFields
{
    /// <summary>What is being typed; changed in place.</summary>
    [Parameter, EditorRequired] public JobDraft Draft { get; set; } = default!;
    /// <summary>Registered datasets.</summary>
    [Parameter, EditorRequired] public PreflightContext Context { get; set; } = default!;
    /// <summary>Draws what is wrong with a field.</summary>
    [Parameter, EditorRequired] public Func<string, RenderFragment> At { get; set; } = default!;
    /// <summary>Something was typed.</summary>
    [Parameter] public EventCallback OnChange { get; set; }

    private static string Text(ChangeEventArgs change) => change.Value as string ?? "";

    private Task SetAsync(Action change)
    {
        change();
        return OnChange.InvokeAsync();
    }
}
