using System.Runtime.InteropServices;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared.Instruments;

/// <summary>A line across a chart.</summary>
/// <param name="Value">In the chart's unit.</param>
/// <param name="Label">What it means.</param>
public sealed record ChartThreshold(double Value, string Label);

/// <summary>Series on one common time axis.</summary>
/// <param name="Times">Unix seconds, ascending.</param>
/// <param name="Names">One per series.</param>
/// <param name="Values">One array per series, as long as the times; NaN is a gap.</param>
public sealed record ChartData(IReadOnlyList<double> Times, IReadOnlyList<string> Names, IReadOnlyList<double[]> Values)
{
    /// <summary>Nothing to draw.</summary>
    public static ChartData Nothing { get; } = new([], [], []);

    /// <summary>There is at least one value.</summary>
    public bool HasValues => Values.Any(values => values.Any(value => !double.IsNaN(value)));

    /// <summary>Puts series with times of their own on one axis: the union of their times, gaps where one has none.</summary>
    public static ChartData From(IReadOnlyList<MetricSeries> series)
    {
        var times = series.SelectMany(line => line.Times).Distinct().Order().ToList();
        var place = times.Select((time, index) => (time, index)).ToDictionary(pair => pair.time, pair => pair.index);
        var values = series.Select(line =>
        {
            var on = new double[times.Count];
            Array.Fill(on, double.NaN);
            for (var i = 0; i < line.Times.Count; i++)
                on[place[line.Times[i]]] = line.Values[i];
            return on;
        }).ToList();
        return new ChartData(times, [.. series.Select(line => line.Name)], values);
    }

    /// <summary>The block that the browser reads: the times, then each series, as little-endian doubles.</summary>
    internal byte[] ToBytes()
    {
        double[] all = [.. Times, .. Values.SelectMany(values => values)];
        return MemoryMarshal.AsBytes<double>(all).ToArray();
    }
}
