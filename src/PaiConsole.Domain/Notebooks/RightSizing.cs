using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;

namespace PaiConsole.Domain.Notebooks;

/// <summary>How much of its machine a notebook used over a while, percent; null where the cloud gave no figures.</summary>
/// <param name="Gpu">Peak of the GPU cores.</param>
/// <param name="GpuMemory">Peak of the GPU memory.</param>
/// <param name="Cpu">Peak of the CPU.</param>
/// <param name="Memory">Peak of the memory.</param>
/// <param name="Observed">Running time that there are figures of.</param>
public sealed record UseSummary(double? Gpu, double? GpuMemory, double? Cpu, double? Memory, TimeSpan Observed);

/// <summary>A cheaper instance type that would have carried what was observed.</summary>
/// <param name="To">The type.</param>
/// <param name="Price">What an hour of it costs.</param>
/// <param name="SavesPerHour">Less per hour.</param>
/// <param name="Use">What that rests on.</param>
public sealed record SizeAdvice(Sku To, Price Price, Money SavesPerHour, UseSummary Use)
{
    /// <summary>Less in 30 days of running without a break.</summary>
    public Money SavesPerMonth => SavesPerHour * (30 * 24);
}

/// <summary>
/// Finds a cheaper instance type from observed use. Memory that was used must fit with a fifth to spare; the time of a GPU
/// cannot be compared between cards, so another card is advised only where the present one was mostly waiting.
/// </summary>
public static class RightSizing
{
    /// <summary>With less than this nobody should be advised.</summary>
    public static TimeSpan Least { get; } = TimeSpan.FromHours(6);

    private const decimal Spare = 1.2m;
    private const double Busy = 80;
    private const double MostlyWaiting = 40;
    private const double Unused = 1;
    private const decimal WorthIt = 0.9m;

    /// <summary>The cheapest type that would have done, or null where none is at least a tenth cheaper, or too little is known.</summary>
    /// <param name="use">What was observed.</param>
    /// <param name="now">The present type.</param>
    /// <param name="skus">Every known type.</param>
    /// <param name="prices">What they cost.</param>
    /// <param name="region">Where.</param>
    /// <param name="inStock">Whether a type can be had; null where nobody knows.</param>
    public static SizeAdvice? Advise(UseSummary use, Sku now, IEnumerable<Sku> skus, PriceBook prices, string region, Func<string, bool?> inStock)
    {
        if (use.Observed < Least || prices.Find(now.Type, region) is not { } price)
            return null;
        var best = skus
            .Where(sku => sku.Type != now.Type && inStock(sku.Type) != false && Fits(use, now, sku))
            .Select(sku => (Sku: sku, Price: prices.Find(sku.Type, region)))
            .Where(pair => pair.Price is { } other && other.PerHour.Currency == price.PerHour.Currency && other.PerHour.Nanos <= price.PerHour.Nanos * WorthIt)
            .OrderBy(pair => pair.Price!.PerHour.Nanos).ThenBy(pair => pair.Sku.Type, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Price is null ? null : new SizeAdvice(best.Sku, best.Price, price.PerHour - best.Price.PerHour, use);
    }

    private static bool Fits(UseSummary use, Sku now, Sku other) =>
        Holds(use.Cpu, now.Vcpu, other.Vcpu) && Holds(use.Memory, now.MemoryGib, other.MemoryGib) && FitsGpu(use, now, other);

    private static bool FitsGpu(UseSummary use, Sku now, Sku other)
    {
        if (!now.HasGpu)
            return !other.HasGpu;
        if (use is { Gpu: < Unused, GpuMemory: < Unused })
            return true;
        // A slice of a card is not compared: what it does is not known.
        if (!other.HasGpu || other.GpuCount == 0 || now.GpuCount == 0 || other.GpuCount > now.GpuCount || use.Gpu is not { } peak)
            return false;
        var sameCard = other.GpuModel == now.GpuModel;
        return Holds(use.GpuMemory, now.GpuMemoryGib * now.GpuCount, other.GpuMemoryGib * other.GpuCount)
            && peak * now.GpuCount / other.GpuCount <= (sameCard ? Busy : MostlyWaiting);
    }

    // What is not known does not fit.
    private static bool Holds(double? percent, decimal? now, decimal? other) =>
        percent is { } used && now is { } has && other is { } would && (decimal)used / 100 * has * Spare <= would;
}
