using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Ecs;

/// <summary>DescribeSpotPriceHistory: list price and market price of an instance type per hour, in CNY, oldest first; a later part by Offset.</summary>
internal sealed class DescribeSpotPriceHistory : IWireOperation
{
    private const int Page = 1000;

    public string Product => Transport.Product.Ecs;

    public string Name => nameof(DescribeSpotPriceHistory);

    public object Handle(WireCall call)
    {
        var type = call.Text("InstanceType")!;
        var region = call.Text("RegionId")!;
        var sku = SkuCatalogue.Find(type) ?? throw new WireException(404, "InvalidInstanceType.NotFound", $"The specified InstanceType {type} does not exist.");
        var skip = call.Int("Offset", 0);
        if (skip < 0)
            throw WireError.Invalid(Product, "Offset must not be negative.");
        List<DateTimeOffset> hours = sku.PricePerHour.TryGetValue(region, out var list) && (call.Text("ZoneId") is not { } zone || zone == SpotMarket.Zone(region))
            ? [.. SpotMarket.Hours(call.Instant("StartTime"), call.Instant("EndTime"), call.Now)]
            : [];
        return new
        {
            Currency = "CNY",
            NextOffset = skip + Page < hours.Count ? skip + Page : (int?)null,
            SpotPrices = new
            {
                SpotPriceType = hours.Skip(skip).Take(Page).Select(at => new
                {
                    InstanceType = type,
                    IoOptimized = "optimized",
                    NetworkType = call.Text("NetworkType"),
                    OriginPrice = list,
                    SpotPrice = Math.Round(list * sku.SpotFactor, 6),
                    Timestamp = WireJson.Iso(at),
                    ZoneId = SpotMarket.Zone(region),
                }).ToArray(),
            },
        };
    }
}
