using System.Text.Json;
using PaiConsole.Emulator.Spec;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Facts;

/// <summary>The instance types that exist in this world, with list prices where one is known.</summary>
internal static class SkuCatalogue
{
    private static readonly Lazy<Dictionary<string, Sku>> Loaded = new(Load);

    public static IReadOnlyCollection<Sku> All => Loaded.Value.Values;

    public static Sku? Find(string type) => Loaded.Value.GetValueOrDefault(type);

    /// <summary>The type, or a refusal in the product's words.</summary>
    public static Sku Need(string product, string type) =>
        Find(type) ?? throw WireError.Invalid(product, $"The instance type '{type}' does not exist. ListEcsSpecs names those that do.");

    private static Dictionary<string, Sku> Load()
    {
        Dictionary<string, IReadOnlyDictionary<string, double>> prices = new(StringComparer.Ordinal);
        foreach (var entry in SpecLibrary.Document("Facts.ecs-prices.json").GetProperty("instances").EnumerateArray())
            if (entry.Field("cny_per_hour") is { ValueKind: JsonValueKind.Object } byRegion)
                prices[entry.Text("type")!] = byRegion.EnumerateObject()
                    .Where(p => p.Value.ValueKind == JsonValueKind.Number)
                    .ToDictionary(p => p.Name, p => p.Value.GetDouble(), StringComparer.Ordinal);

        Dictionary<string, double> none = [];
        Dictionary<string, Sku> all = new(StringComparer.Ordinal);
        foreach (var entry in SpecLibrary.Document("Facts.ecs-skus.json").GetProperty("skus").EnumerateArray())
        {
            // Leaves out shapes that are not known whole: they could be neither listed nor priced truthfully.
            if (entry.Number("vcpu") is not { } cpu || entry.Number("memory_gib") is not { } memory || entry.Number("gpu_count") is not { } gpu || gpu != Math.Floor(gpu))
                continue;
            var type = entry.Text("type")!;
            all[type] = new(type, entry.Text("family") ?? "", (int)cpu, memory, (int)gpu, GpuName(entry.Text("gpu_model")), entry.Number("gpu_memory_gib") ?? 0,
                prices.GetValueOrDefault(type) ?? none);
        }

        return all;
    }

    /// <summary><c>NVIDIA V100 16GB</c> is <c>V100</c> to PAI.</summary>
    private static string GpuName(string? model)
    {
        if (model is null)
            return "";
        var words = model.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is ["NVIDIA", var card, ..] ? card : words[0];
    }
}
