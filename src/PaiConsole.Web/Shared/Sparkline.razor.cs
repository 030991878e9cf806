using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared;

/// <summary>A line without axes, for a table cell. A null point is a gap, drawn as a gap.</summary>
public sealed partial class Sparkline
{
    /// <summary>Values at equal distances.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<double?> Points { get; set; } = [];
    /// <summary>Said instead of the picture, such as "GPU 87 %".</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    /// <summary>Top of the scale; without it, the largest value.</summary>
    [Parameter] public double? Max { get; set; }
    /// <summary>Pixels.</summary>
    [Parameter] public int Width { get; set; } = 72;
    /// <summary>Pixels.</summary>
    [Parameter] public int Height { get; set; } = 20;

    private string Line { get; set; } = "";
    private string Area { get; set; } = "";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var top = Max ?? Points.Max() ?? 0;
        if (top <= 0)
            top = 1;
        var (line, area, start, last) = (new StringBuilder(), new StringBuilder(), 0d, double.NaN);
        for (var i = 0; i < Points.Count; i++)
        {
            var x = Points.Count > 1 ? (double)i / (Points.Count - 1) * Width : 0;
            if (Points[i] is not { } value)
            {
                Close();
                continue;
            }
            var y = Height - 1.5 - Math.Clamp(value / top, 0, 1) * (Height - 3);
            var point = Point(x, y);
            if (double.IsNaN(last))
            {
                start = x;
                area.Append(CultureInfo.InvariantCulture, $"M{Point(x, Height)}L{point}");
                line.Append('M').Append(point);
            }
            else
            {
                area.Append('L').Append(point);
                line.Append('L').Append(point);
            }
            last = x;
        }
        Close();
        (Line, Area) = (line.ToString(), area.ToString());

        void Close()
        {
            if (!double.IsNaN(last))
                area.Append(CultureInfo.InvariantCulture, $"L{Point(last, Height)}L{Point(start, Height)}Z");
            last = double.NaN;
        }
    }

    private static string Point(double x, double y) =>
        string.Create(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
}
