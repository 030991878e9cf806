using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.PaiStudio;

/// <summary>GET /api/v1/spots/{InstanceType}/pricehistory: the market price of an instance type as a fraction of the list price, hour by hour.</summary>
internal sealed class GetSpotPriceHistory : IWireOperation
{
    private const int LargestPage = 1000;

    public string Product => Transport.Product.PaiStudio;

    public string Name => nameof(GetSpotPriceHistory);

    public object Handle(WireCall call)
    {
        var sku = SkuCatalogue.Need(Product, call.Path("InstanceType"));
        var (skip, take) = call.Page(10, LargestPage);
        var hours = SpotMarket.Hours(call.Instant("StartTime"), call.Instant("EndTime"), call.Now).ToList();
        if (string.Equals(call.Text("Order"), "desc", StringComparison.OrdinalIgnoreCase))
            hours.Reverse();
        var region = call.World.Options.Region;
        var sold = sku.PricePerHour.ContainsKey(region);
        return new
        {
            TotalCount = sold ? hours.Count : 0,
            SpotPriceHistory = hours.Where(_ => sold).Skip(skip).Take(take)
                .Select(at => new { InstanceType = sku.Type, SpotDiscount = sku.SpotFactor, Timestamp = WireJson.Iso(at), ZoneId = SpotMarket.Zone(region) }).ToArray(),
        };
    }
}
