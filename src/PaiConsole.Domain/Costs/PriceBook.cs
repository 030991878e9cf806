namespace PaiConsole.Domain.Costs;

/// <summary>What is known about prices. Immutable. An unknown price is null, never 0.</summary>
public sealed class PriceBook
{
    private static readonly Lazy<PriceBook> _embedded = new(() => new PriceBook(PriceFacts.Read()));
    private readonly Dictionary<(string Sku, string Region), Price> _bySkuAndRegion;

    /// <summary>A book of these prices; of two for the same type and region the later one counts.</summary>
    public PriceBook(IEnumerable<Price> prices)
    {
        _bySkuAndRegion = [];
        foreach (var price in prices)
            _bySkuAndRegion[(price.Sku, price.Region)] = price;
    }

    /// <summary>The list compiled into the console, read on first use.</summary>
    public static PriceBook Embedded => _embedded.Value;

    /// <summary>The hourly price of an instance type in a region, or null where none is known.</summary>
    public Price? Find(string? sku, string region) =>
        sku is not null && _bySkuAndRegion.TryGetValue((sku, region), out var price) ? price : null;

    /// <summary>The known prices of a type, of a region, of both, or all, in order of type and region.</summary>
    public IReadOnlyList<Price> All(string? sku = null, string? region = null) =>
        [.. _bySkuAndRegion.Values
            .Where(price => (sku is null || price.Sku == sku) && (region is null || price.Region == region))
            .OrderBy(price => price.Sku, StringComparer.Ordinal).ThenBy(price => price.Region, StringComparer.Ordinal)];

    /// <summary>
    /// This book with what the cloud quotes now on top (DSW ListEcsSpecs, ECS DescribePrice): a quote overrides the list.
    /// </summary>
    public PriceBook With(IEnumerable<Price> newer) => new(_bySkuAndRegion.Values.Concat(newer));
}
