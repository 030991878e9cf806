using Microsoft.Extensions.Options;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;

namespace PaiConsole.Engine.Costs;

/// <summary>
/// The prices in force: the embedded list, overlaid with what the cloud itself quoted (DSW ListEcsSpecs).
/// Also the instance types there are.
/// </summary>
public sealed class PriceDesk
{
    private volatile PriceBook _book = PriceBook.Embedded;
    private volatile SkuCatalogue _skus = SkuCatalogue.Embedded;

    /// <summary>Prices for the watched region.</summary>
    public PriceDesk(IOptions<PaiOptions> pai) => Region = pai.Value.Region;

    /// <summary>The region that is watched.</summary>
    public string Region { get; }

    /// <summary>Every known price.</summary>
    public PriceBook Book => _book;

    /// <summary>Every known instance type.</summary>
    public SkuCatalogue Skus => _skus;

    /// <summary>Availability by instance type, where the cloud has said so.</summary>
    public IReadOnlyDictionary<string, bool> Availability { get; private set; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>The price of an instance type in the watched region, or null when it is not known.</summary>
    public Price? Find(string? sku) => _book.Find(sku, Region);

    internal void Quote(IReadOnlyList<Price> quoted, IReadOnlyList<Sku> skus, IReadOnlyDictionary<string, bool> availability)
    {
        _book = PriceBook.Embedded.With(quoted);
        _skus = SkuCatalogue.Embedded.With(skus);
        Availability = availability;
    }
}
