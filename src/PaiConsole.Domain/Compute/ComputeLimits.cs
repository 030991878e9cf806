using System.Globalization;

namespace PaiConsole.Domain.Compute;

/// <summary>What one machine must offer.</summary>
/// <param name="Gpu">Whole cards; 0 for none.</param>
/// <param name="Vcpu">vCPU, or null where any number will do.</param>
/// <param name="MemoryGib">Memory in GiB, or null where any amount will do.</param>
public sealed record ComputeLimits(int Gpu, decimal? Vcpu, decimal? MemoryGib)
{
    /// <summary>Asks for nothing, so that no instance type can be concluded from it.</summary>
    public bool IsEmpty => Gpu == 0 && Vcpu is null && MemoryGib is null;

    /// <inheritdoc/>
    public override string ToString()
    {
        var parts = new List<string>();
        if (Gpu > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Gpu} GPU"));
        if (Vcpu is { } vcpu)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{vcpu:0.###} vCPU"));
        if (MemoryGib is { } memory)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{memory:0.###} GiB"));
        return parts.Count == 0 ? "nothing" : string.Join(", ", parts);
    }
}
