using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared.Instruments;

/// <summary>The charts of use, and of traffic where wanted, of anything that runs on machines, on one time axis with one cursor.</summary>
public sealed partial class ResourceMetrics
{
    private static readonly int[] Windows = [1, 6, 24, 168];
    private const double Mega = 1e6;
    private static readonly (string Metric, string Word)[] Gpu = [(MetricTypes.Gpu, "Metric.Gpu"), (MetricTypes.GpuMemory, "Metric.GpuMemory")];
    private static readonly (string Metric, string Word)[] Traffic =
    [
        (MetricTypes.NetworkIn, "Metric.NetworkIn"), (MetricTypes.NetworkOut, "Metric.NetworkOut"),
        (MetricTypes.DiskRead, "Metric.DiskRead"), (MetricTypes.DiskWrite, "Metric.DiskWrite"),
    ];
    private readonly Dictionary<string, (IReadOnlyList<MetricSeries> From, ChartData Data)> _drawn = new(StringComparer.Ordinal);
    private int _hours = 6;

    /// <summary>Reads one metric over the last while, as the cloud's clock counts.</summary>
    [Parameter, EditorRequired] public Func<string, TimeSpan, CancellationToken, Task<IReadOnlyList<MetricSeries>>> Read { get; set; } = default!;
    /// <summary>Without a GPU, its charts are left out.</summary>
    [Parameter] public bool HasGpu { get; set; }
    /// <summary>With network and disks.</summary>
    [Parameter] public bool WithTraffic { get; set; }
    /// <summary>Lines across, by metric type.</summary>
    [Parameter] public IReadOnlyDictionary<string, IReadOnlyList<ChartThreshold>>? Thresholds { get; set; }

    private IEnumerable<(string Metric, string Word)> Shown =>
    [
        .. HasGpu ? Gpu : [],
        (MetricTypes.Cpu, "Metric.Cpu"), (MetricTypes.Memory, "Metric.Memory"),
        .. WithTraffic ? Traffic : [],
    ];

    private static bool IsRate(string metric) => Traffic.Any(pair => pair.Metric == metric);

    // The same answer gives the same object, so that a chart is drawn once per answer.
    private ChartData Data(string metric, IReadOnlyList<MetricSeries> series)
    {
        if (!_drawn.TryGetValue(metric, out var drawn) || !ReferenceEquals(drawn.From, series))
            _drawn[metric] = drawn = (series, ChartData.From(IsRate(metric) ? [.. series.Select(line => line with { Values = [.. line.Values.Select(value => value / Mega)] })] : series));
        return drawn.Data;
    }
}
