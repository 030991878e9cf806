using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs.Spot;

namespace PaiConsole.Web.Jobs;

/// <summary>The odds of a run on spot machines; what rests on a missing input says so.</summary>
public sealed partial class SpotOdds
{
    /// <summary>The odds.</summary>
    [Parameter, EditorRequired] public SpotSurvival Odds { get; set; } = default!;

    private string Percent(double? part) => part is { } known ? known.ToString("P1", CultureInfo.CurrentCulture) : J["Unknown"];
}
