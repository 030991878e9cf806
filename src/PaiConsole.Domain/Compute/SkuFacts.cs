using System.Globalization;
using System.Text.Json;

namespace PaiConsole.Domain.Compute;

/// <summary>
/// Reads <c>ecs-skus.json</c>. Nearly every value in it may be null: no source gives it. Types that only the price list
/// names exist too, with an unknown shape.
/// </summary>
internal static class SkuFacts
{
    public static IReadOnlyList<Sku> Read()
    {
        using var document = FactFile.Open("ecs-skus.json");
        using var prices = FactFile.Open("ecs-prices.json");
        return [.. prices.RootElement.GetProperty("instances").EnumerateArray().Where(IsNamed).Select(Shapeless),
            .. document.RootElement.GetProperty("skus").EnumerateArray().Where(IsNamed).Select(ToSku)];
    }

    private static bool IsNamed(JsonElement entry) => entry.Text("type") is not null;

    private static Sku Shapeless(JsonElement entry)
    {
        var kind = entry.Text("kind");
        return new Sku(entry.Text("type")!, null, null, kind == "cpu" ? null : "GPU (card not known)", kind == "gpu" ? (int)(entry.Number("gpu_count") ?? 0) : 0, null)
        {
            GpuFraction = kind == "vgpu" ? 0 : 1,
        };
    }

    private static Sku ToSku(JsonElement entry)
    {
        var model = entry.Text("gpu_model");
        var fraction = model is null ? 1 : Fraction(entry);
        return new Sku(
            entry.Text("type")!, (int?)entry.Number("vcpu"), entry.Number("memory_gib"), model,
            fraction == 1 ? (int)(entry.Number("gpu_count") ?? 0) : 0, entry.Number("gpu_memory_gib"))
        {
            GpuFraction = fraction,
        };
    }

    /// <summary>A number, a text such as "1/6", or null for a slice whose part is not published.</summary>
    private static decimal Fraction(JsonElement entry)
    {
        if (entry.Number("gpu_fraction") is { } number)
            return number;
        if (entry.Text("gpu_fraction") is { } text && text.Split('/') is [var top, var bottom]
            && decimal.TryParse(top, CultureInfo.InvariantCulture, out var numerator)
            && decimal.TryParse(bottom, CultureInfo.InvariantCulture, out var denominator) && denominator > 0)
            return numerator / denominator;
        return 0;
    }
}
