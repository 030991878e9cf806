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
    /// <summary>What comes in over the network, in bytes a second (the unit is not documented).</summary>
    public const string NetworkIn = "NetworkInputRate";
    /// <summary>What goes out over the network, in bytes a second (the unit is not documented).</summary>
    public const string NetworkOut = "NetworkOutputRate";
    /// <summary>What is read from disks, in bytes a second (the unit is not documented).</summary>
    public const string DiskRead = "DiskReadRate";
    /// <summary>What is written to disks, in bytes a second (the unit is not documented).</summary>
    public const string DiskWrite = "DiskWriteRate";
}
