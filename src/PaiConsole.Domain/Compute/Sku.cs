namespace PaiConsole.Domain.Compute;

/// <summary>An ECS instance type: what the money buys.</summary>
/// <param name="Type">Such as <c>ecs.gn7i-c8g1.2xlarge</c>.</param>
/// <param name="Vcpu">vCPU, or null where no source gives it.</param>
/// <param name="MemoryGib">Memory in GiB, or null where no source gives it.</param>
/// <param name="GpuModel">Card, or null without GPU.</param>
/// <param name="GpuCount">Whole cards; 0 without GPU or for a slice of a card.</param>
/// <param name="GpuMemoryGib">Memory of one card in GiB.</param>
public sealed record Sku(string Type, int? Vcpu, decimal? MemoryGib, string? GpuModel, int GpuCount, decimal? GpuMemoryGib)
{
    /// <summary>Part of a card that a fractional type gives, 1 otherwise; 0 for a slice whose part no source gives.</summary>
    public decimal GpuFraction { get; init; } = 1;
    /// <summary>Has at least a slice of a GPU.</summary>
    public bool HasGpu => GpuModel is not null;
}
