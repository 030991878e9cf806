using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Web.Jobs;

/// <summary>The fields of a job, each with what is wrong with it right below.</summary>
public sealed partial class JobForm
{
    /// <summary>What is being typed; changed in place.</summary>
    [Parameter, EditorRequired] public JobDraft Draft { get; set; } = default!;
    /// <summary>What the checks say of it.</summary>
    [Parameter] public IReadOnlyList<Finding> Findings { get; set; } = [];
    /// <summary>Known images, datasets and types.</summary>
    [Parameter, EditorRequired] public PreflightContext Context { get; set; } = default!;
    /// <summary>Something was typed.</summary>
    [Parameter] public EventCallback OnChange { get; set; }

    // Errors and warnings stand at their field; assumptions are told in the list beside the form.
    private IEnumerable<Finding> Of(string field) => Findings.Where(finding =>
        finding.Severity != Severity.Info && finding.Field is { } at && (at == field || at.StartsWith(field + ".", StringComparison.Ordinal)));

    private string? Faulty(string field) => Of(field).Any(finding => finding.Severity == Severity.Error) ? "true" : null;

    private EventCallback<ChangeEventArgs> Set(Action<string> set) => EventCallback.Factory.Create<ChangeEventArgs>(
        this, change => Change(() => set(change.Value as string ?? "")));

    private EventCallback<ChangeEventArgs> SetNumber(Action<long?> set) => EventCallback.Factory.Create<ChangeEventArgs>(
        this, change => Change(() => set(long.TryParse(change.Value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, int.MinValue, int.MaxValue) : null)));

    private Task Change(Action change)
    {
        change();
        return OnChange.InvokeAsync();
    }
}
