namespace PaiConsole.Engine.Listing;

/// <summary>One line of a metrics chart.</summary>
/// <param name="Name">Pod or instance.</param>
/// <param name="Times">Unix seconds, ascending, cloud time.</param>
/// <param name="Values">Same length; NaN where there is a gap.</param>
public sealed record MetricSeries(string Name, IReadOnlyList<double> Times, IReadOnlyList<double> Values);

/// <summary>The metric types that both DLC (GetJobMetrics) and DSW (GetInstanceMetrics) take.</summary>
public static class MetricTypes
{
    /// <summary>Percent of the GPU cores.</summary>
    public const string Gpu = "GpuCoreUsage";
    /// <summary>Percent of the GPU memory.</summary>
    public const string GpuMemory = "GpuMemoryUsage";
    /// <summary>Percent of the CPU.</summary>
    public const string Cpu = "CpuCoreUsage";
    /// <summary>Percent of the memory.</summary>
    public const string Memory = "MemoryUsage";
}
