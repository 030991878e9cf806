using System.Text.RegularExpressions;
using PaiConsole.Domain.Costs;

namespace PaiConsole.Domain.Compute;

/// <summary>
/// A machine size of another cloud's notebook service, such as <c>ml.p3.2xlarge</c>. People who come from there type it; what
/// the family is made of says which ECS types come near.
/// </summary>
/// <param name="Card">The card in the family, or null for a family without.</param>
/// <param name="CardGib">Memory of one card.</param>
internal sealed partial record AbstractSize(string? Card, int CardGib)
{
    private const int Offered = 2;

    private static readonly Dictionary<string, AbstractSize> _families = new(StringComparer.Ordinal)
    {
        ["p2"] = new("V100", 16), ["p3"] = new("V100", 16), ["p3dn"] = new("V100", 32), ["p4d"] = new("A100", 40), ["p4de"] = new("A100", 80),
        ["p5"] = new("H20", 80), ["g4dn"] = new("T4", 15), ["g5"] = new("A10", 24), ["g6"] = new("A10", 24),
    };

    /// <summary>What the family is made of.</summary>
    public string Holds => Card is null ? "a family without GPU" : $"a family with {Card} cards";

    /// <summary>The size that a name stands for, or null where it is not one.</summary>
    public static AbstractSize? Find(string name) => Form().Match(name) is { Success: true } match
        ? _families.GetValueOrDefault(match.Groups["family"].Value) ?? new AbstractSize(null, 0)
        : null;

    /// <summary>The cheapest types with the same card, or without one.</summary>
    public IEnumerable<string> Nearest(SkuCatalogue skus, PriceBook prices, string region) => skus.All
        .Where(sku => Card is null
            ? !sku.HasGpu && sku.Vcpu >= 4
            : sku.GpuCount > 0 && sku.GpuMemoryGib >= CardGib && sku.GpuModel!.Split(' ').Contains(Card, StringComparer.Ordinal))
        .OrderBy(sku => prices.Find(sku.Type, region) is null).ThenBy(sku => prices.Find(sku.Type, region)?.PerHour.Amount)
        .ThenBy(sku => sku.Type, StringComparer.Ordinal)
        .Take(Offered).Select(sku => sku.Type);

    [GeneratedRegex(@"\Aml\.(?<family>[a-z0-9]+)\.[a-z0-9]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
