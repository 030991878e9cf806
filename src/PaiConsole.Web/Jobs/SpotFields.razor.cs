using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Jobs;

/// <summary>Spot or on demand, with the limit in the unit that its field has on the wire.</summary>
public sealed partial class SpotFields
{
    /// <summary>What is being typed; changed in place.</summary>
    [Parameter, EditorRequired] public JobDraft Draft { get; set; } = default!;
    /// <summary>Draws what is wrong with a field.</summary>
    [Parameter, EditorRequired] public Func<string, RenderFragment> At { get; set; } = default!;
    /// <summary>Something was typed.</summary>
    [Parameter] public EventCallback OnChange { get; set; }

    private static decimal? Number(object? value) =>
        decimal.TryParse(value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000 ? number : null;

    private Task SetAsync(Action change)
    {
        change();
        return OnChange.InvokeAsync();
    }
}
