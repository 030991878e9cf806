using System.Globalization;
using System.Text.Json;

namespace PaiConsole.Domain.Compute;

/// <summary>Reads <c>ecs-skus.json</c>. Nearly every value in it may be null: no source gives it.</summary>
internal static class SkuFacts
{
    public static IReadOnlyList<Sku> Read()
    {
        using var document = FactFile.Open("ecs-skus.json");
        return [.. document.RootElement.GetProperty("skus").EnumerateArray()
            .Where(entry => entry.Text("type") is not null)
            .Select(ToSku)];
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
