using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared;

/// <summary>How long until something happens by itself: a ring that runs down, and the time in words.</summary>
public sealed partial class CountdownRing
{
    /// <summary>When it happens, cloud time.</summary>
    [Parameter, EditorRequired] public DateTimeOffset Due { get; set; }
    /// <summary>The time that a full ring stands for.</summary>
    [Parameter, EditorRequired] public TimeSpan Whole { get; set; }
    /// <summary>On hover; the exact instant where there is none.</summary>
    [Parameter] public string? Hint { get; set; }
    /// <summary>Pixels.</summary>
    [Parameter] public int Size { get; set; } = 18;

    [CascadingParameter] private Now Now { get; set; } = default!;

    private TimeSpan Left => Due - Now.At;
    private double Share => Whole > TimeSpan.Zero ? Math.Clamp(Left / Whole, 0, 1) : 0;
    private string Dash => (Share * 100).ToString("0.#", CultureInfo.InvariantCulture);
}
