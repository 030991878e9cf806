using System.Globalization;

namespace PaiConsole.Domain.Compute;

/// <summary>How far an instance type is from limits.</summary>
/// <param name="Reasons">What is lacking, in words; empty where it fits.</param>
/// <param name="Weight">The sum of the lacking shares: 1 means one whole requirement is missing.</param>
internal sealed record Shortfall(IReadOnlyList<string> Reasons, decimal Weight)
{
    public bool Fits => Reasons.Count == 0;

    public static Shortfall Of(Sku sku, ComputeLimits need)
    {
        var reasons = new List<string>();
        var weight = 0m;
        Compare("GPU", need.Gpu > 0 ? need.Gpu : null, sku.GpuCount);
        Compare("vCPU", need.Vcpu, sku.Vcpu);
        Compare("GiB of memory", need.MemoryGib, sku.MemoryGib);
        return new Shortfall(reasons, weight);

        void Compare(string unit, decimal? wanted, decimal? has)
        {
            if (wanted is not { } want || has >= want)
                return;
            weight += has is { } given ? (want - given) / want : 1;
            reasons.Add(has is { } some
                ? string.Create(CultureInfo.InvariantCulture, $"{want - some:0.###} {unit} short")
                : $"{unit} not known");
        }
    }
}
