using System.Globalization;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Compute;

/// <summary>One instance type that was weighed.</summary>
/// <param name="Sku">The type.</param>
/// <param name="Price">Its price in the region, or null where none is known.</param>
/// <param name="Fits">It offers what is asked.</param>
/// <param name="Why">Why it was chosen, or was not.</param>
public sealed record SkuCandidate(Sku Sku, Price? Price, bool Fits, string Why);

/// <summary>
/// The cheapest instance type that fits limits. The number of cards comes first: who asks for 4 gets a type with exactly
/// 4 unless there is none, and who asks for none gets none. Then a known price beats an unknown one, then cheaper beats
/// dearer, then smaller beats bigger.
/// </summary>
/// <param name="Need">What was asked for.</param>
/// <param name="Region">Where.</param>
/// <param name="Chosen">The best that fits, or null.</param>
/// <param name="Ranked">Those that fit, best first, then the nearest misses.</param>
public sealed record SkuFit(ComputeLimits Need, string Region, SkuCandidate? Chosen, IReadOnlyList<SkuCandidate> Ranked)
{
    /// <summary>Limits that no known type offers.</summary>
    public static FindingKind NoFit { get; } = new(
        "sku-no-fit", Severity.Error,
        "No known instance type offers {need}.",
        "Lower the limits, spread the work over more nodes, or name an instance type. The nearest is {nearest}.");

    private const int Misses = 5;

    /// <summary>The price of the chosen type.</summary>
    public Price? Price => Chosen?.Price;

    /// <summary>The reasoning in one line, for a person to check.</summary>
    public string Arithmetic => Chosen is { } chosen
        ? $"needs {Need}; {Shape(chosen.Sku)} at {PriceText(chosen.Price)}{NextBest()}"
        : $"needs {Need}; nearest: {Nearest}";

    /// <summary>The finding that says nothing fits, with the nearest miss; null where something does.</summary>
    public Finding? Refusal(string? field) =>
        Chosen is null ? NoFit.At(field, Arithmetic, ("need", Need), ("nearest", Nearest)) : null;

    /// <summary>Weighs every type of the catalogue.</summary>
    public static SkuFit Find(ComputeLimits need, SkuCatalogue catalogue, PriceBook prices, string region)
    {
        var weighed = catalogue.All
            .Select(sku => (Sku: sku, Price: prices.Find(sku.Type, region), Short: Shortfall.Of(sku, need)))
            .ToLookup(entry => entry.Short.Fits);
        var fitting = weighed[true]
            .OrderBy(entry => CardsOver(entry.Sku, need)).ThenBy(entry => entry.Price is null)
            .ThenBy(entry => entry.Price?.PerHour.Amount).ThenBy(entry => entry.Sku.Vcpu ?? int.MaxValue)
            .ThenBy(entry => entry.Sku.MemoryGib ?? decimal.MaxValue).ThenBy(entry => entry.Sku.Type, StringComparer.Ordinal)
            .ToList();
        var best = fitting.FirstOrDefault();
        var candidates = fitting.Select((entry, rank) =>
            new SkuCandidate(entry.Sku, entry.Price, true, rank == 0 ? "the cheapest that fits" : WhyNot(entry.Sku, entry.Price, best.Sku, best.Price, need)));
        var misses = weighed[false]
            .OrderBy(entry => entry.Short.Weight).ThenBy(entry => Math.Abs(CardsOver(entry.Sku, need)))
            .ThenBy(entry => entry.Price is null).ThenBy(entry => entry.Price?.PerHour.Amount)
            .Take(Misses)
            .Select(entry => new SkuCandidate(entry.Sku, entry.Price, false, string.Join(", ", entry.Short.Reasons)));
        SkuCandidate[] ranked = [.. candidates, .. misses];
        return new SkuFit(need, region, ranked.FirstOrDefault(candidate => candidate.Fits), ranked);
    }

    /// <summary>A type with its shape, such as "ecs.gn7i-4x.16xlarge has 4× NVIDIA A10, 64 vCPU, 256 GiB".</summary>
    public static string Shape(Sku sku)
    {
        var cards = sku switch
        {
            { HasGpu: false } => "no GPU",
            { GpuCount: 0 } => $"a slice of {sku.GpuModel}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{sku.GpuCount}× {sku.GpuModel}"),
        };
        var vcpu = sku.Vcpu is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number} vCPU") : "vCPU unknown";
        var memory = sku.MemoryGib is { } gib ? string.Create(CultureInfo.InvariantCulture, $"{gib:0.###} GiB") : "memory unknown";
        return $"{sku.Type} has {cards}, {vcpu}, {memory}";
    }

    private string Nearest => Ranked.FirstOrDefault(candidate => !candidate.Fits) is { } miss
        ? $"{Shape(miss.Sku)}: {miss.Why}"
        : "none";

    private string NextBest() => Ranked.Skip(1).FirstOrDefault(candidate => candidate.Fits) is { } next
        ? $"; next {Shape(next.Sku)}: {next.Why}"
        : "";

    /// <summary>How many cards would be paid for and not asked for; a slice counts as one.</summary>
    private static int CardsOver(Sku sku, ComputeLimits need) => Math.Max(sku.GpuCount, sku.HasGpu ? 1 : 0) - need.Gpu;

    private static string WhyNot(Sku sku, Price? price, Sku best, Price? bestPrice, ComputeLimits need) =>
        CardsOver(sku, need) > CardsOver(best, need) ? string.Create(CultureInfo.InvariantCulture, $"{CardsOver(sku, need)} GPU more than asked")
        : price is null ? "price unknown"
        : bestPrice is null || price.PerHour.Currency != bestPrice.PerHour.Currency ? PriceText(price)
        : price.PerHour == bestPrice.PerHour ? "same price, bigger"
        : $"dearer by {price.PerHour - bestPrice.PerHour}/h";

    private static string PriceText(Price? price) => price is null ? "an unknown price" : $"{price.PerHour}/h";
}
