using System.Globalization;
using System.Text.Json;

namespace PaiConsole.Domain.Costs;

/// <summary>Reads <c>ecs-prices.json</c>; types without a price are left out.</summary>
internal static class PriceFacts
{
    public static IReadOnlyList<Price> Read()
    {
        using var document = FactFile.Open("ecs-prices.json");
        var root = document.RootElement;
        var currency = root.Text("currency_default") ?? "CNY";
        var sources = root.GetProperty("sources");
        return [.. root.GetProperty("instances").EnumerateArray().SelectMany(entry => Prices(entry, sources, currency))];
    }

    private static IEnumerable<Price> Prices(JsonElement entry, JsonElement sources, string currency)
    {
        if (entry.Text("type") is not { } type
            || !entry.TryGetProperty("cny_per_hour", out var regions) || regions.ValueKind != JsonValueKind.Object)
            yield break;
        var source = entry.Text("source") ?? "";
        DateOnly? asOf = DateOnly.TryParse(entry.Text("as_of"), CultureInfo.InvariantCulture, out var day) ? day : null;
        foreach (var region in regions.EnumerateObject().Where(region => region.Value.ValueKind == JsonValueKind.Number))
        {
            yield return new Price(
                type, region.Name, Money.Of(region.Value.GetDecimal(), currency),
                PriceSource.Label(source), asOf, entry.Text("confidence") ?? "unknown")
            {
                SourceId = source,
                SourceText = sources.Text(source),
            };
        }
    }
}
