using System.Text.Json;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc.Spot;

/// <summary>
/// <c>JobSpecs[].ElasticSpotSpecs</c>: candidates of which the cloud takes one. Its units are not those of <c>SpotSpec</c>: percent of the list price where
/// that has a fraction, CNY per hour where that has CNY per minute.
/// </summary>
internal static class ElasticSpot
{
    private const double Percent = 100;
    private const double MinutesPerHour = 60;

    /// <summary>The candidate that is cheapest on the market; the first one where no price is known. Null without candidates. (How <c>CapacityOptimized</c> chooses is unverified: here alike.)</summary>
    public static JsonElement? Chosen(JsonElement role) => role.Field("ElasticSpotSpecs") is { ValueKind: JsonValueKind.Array } all && all.GetArrayLength() > 0
        ? all.EnumerateArray().MinBy(c => SkuCatalogue.Find(c.Text("InstanceType") ?? "") is { PricePerHour.Count: > 0 } sku ? sku.PricePerHour.Values.Min() * sku.SpotFactor : double.MaxValue)
        : null;

    /// <summary>A candidate's offer in the units of <c>SpotSpec</c>.</summary>
    public static JsonElement AsSpotSpec(JsonElement candidate) => JsonSerializer.SerializeToElement(
        new { SpotDiscountLimit = candidate.Number("SpotDiscountLimit") / Percent, SpotPriceLimit = candidate.Number("SpotPriceLimit") / MinutesPerHour }, WireJson.Wire);
}
