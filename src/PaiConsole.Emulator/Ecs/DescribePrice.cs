using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Ecs;

/// <summary>
/// DescribePrice of an instance by the hour: the list price without disks and traffic, or the market's price for spot. A price that no public
/// source tells is refused as the cloud refuses what it cannot sell: never invented.
/// </summary>
internal sealed class DescribePrice : IWireOperation
{
    private const int LargestAmount = 1000;

    public string Product => Transport.Product.Ecs;

    public string Name => nameof(DescribePrice);

    public object Handle(WireCall call)
    {
        if (call.Text("ResourceType") is { } resource && resource != "instance")
            throw NoPrice($"This emulator knows no prices of ResourceType {resource}.");
        var unit = call.Text("PriceUnit") ?? "Hour";
        if (unit != "Hour")
            throw NoPrice($"This emulator knows no prices by the {unit}, only by the Hour.");
        var type = call.Text("InstanceType") ?? throw new WireException(400, "MissingParameter", "The input parameter InstanceType that is mandatory for processing this request is not supplied.");
        var sku = SkuCatalogue.Find(type) ?? throw new WireException(404, "InvalidInstanceType.NotFound", $"The specified InstanceType {type} does not exist.");
        var amount = call.Int("Amount", 1);
        if (amount is < 1 or > LargestAmount)
            throw WireError.Invalid(Product, FormattableString.Invariant($"Amount must be between 1 and {LargestAmount}, not {amount}."));
        var region = call.Text("RegionId")!;
        if (!sku.PricePerHour.TryGetValue(region, out var list))
            throw NoPrice($"No price of {type} in {region} is known.");

        var original = Round(list * amount * call.Int("Period", 1));
        var spot = call.Text("SpotStrategy") is { } strategy && strategy != "NoSpot";
        var trade = spot ? Round(original * sku.SpotFactor) : original;
        return new
        {
            PriceInfo = new
            {
                Price = new
                {
                    Currency = "CNY",
                    OriginalPrice = original,
                    DiscountPrice = Round(original - trade),
                    TradePrice = trade,
                    DetailInfos = new
                    {
                        DetailInfo = new[]
                        {
                            new { Resource = "instanceType", OriginalPrice = original, DiscountPrice = Round(original - trade), TradePrice = trade, SubRules = new { Rule = Array.Empty<object>() } },
                        },
                    },
                },
                Rules = new { Rule = Array.Empty<object>() },
            },
        };
    }

    private static double Round(double yuan) => Math.Round(yuan, 6);

    private static WireException NoPrice(string why) => new(404, "PriceNotFound", why);
}
