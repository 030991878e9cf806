namespace PaiConsole.Emulator.Facts;

/// <summary>An instance type that PAI can use.</summary>
/// <param name="Type">Name, e.g. <c>ecs.gn7i-c8g1.2xlarge</c>.</param>
/// <param name="Family">Family, e.g. <c>gn7i</c>.</param>
/// <param name="Cpu">vCPUs.</param>
/// <param name="MemoryGib">GiB of memory.</param>
/// <param name="Gpu">Whole GPUs; 0 for none.</param>
/// <param name="GpuType">Card as the APIs name it; empty for none.</param>
/// <param name="GpuMemoryGib">GiB per card.</param>
/// <param name="PricePerHour">CNY per hour by region, pay-as-you-go list price; empty where none is known.</param>
internal sealed record Sku(
    string Type, string Family, int Cpu, double MemoryGib, int Gpu, string GpuType, double GpuMemoryGib, IReadOnlyDictionary<string, double> PricePerHour)
{
    public string AcceleratorType => Gpu > 0 ? "GPU" : "CPU";

    /// <summary>What the spot market takes, as a fraction of the list price; steady per type, between 0.2 and 0.45.</summary>
    public double SpotFactor { get; } = Math.Round(0.2 + 0.25 * Signal.Unit(Type, 7), 2);
}
