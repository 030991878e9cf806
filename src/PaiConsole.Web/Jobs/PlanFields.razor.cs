using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Web.Jobs;

/// <summary>What a person knows of the run beforehand: figures that are weighed and not sent, and the script to be read.</summary>
public sealed partial class PlanFields
{
    /// <summary>What is being typed; changed in place.</summary>
    [Parameter, EditorRequired] public JobDraft Draft { get; set; } = default!;
    /// <summary>Draws what is wrong with a field.</summary>
    [Parameter, EditorRequired] public Func<string, RenderFragment> At { get; set; } = default!;
    /// <summary>Something was typed.</summary>
    [Parameter] public EventCallback OnChange { get; set; }

    private static long? Whole(object? value) =>
        long.TryParse(value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Number(object? value) =>
        decimal.TryParse(value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000 ? number : null;

    private Task SetAsync(Func<JobPlan, JobPlan> change)
    {
        Draft.Plan = change(Draft.Plan);
        return OnChange.InvokeAsync();
    }
}
