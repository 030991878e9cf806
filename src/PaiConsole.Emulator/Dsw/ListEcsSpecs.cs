using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>GET /api/v2/ecsspecs. Unlike DLC's operation of the same name it tells the price, where one is known.</summary>
internal sealed class ListEcsSpecs : IWireOperation
{
    private const int LargestPage = 1000;

    public string Product => Transport.Product.Dsw;

    public string Name => nameof(ListEcsSpecs);

    public object Handle(WireCall call)
    {
        var (skip, take) = call.Page(10, LargestPage);
        var found = Sort(call, SkuCatalogue.All.Where(s => string.Equals(s.AcceleratorType, call.Text("AcceleratorType"), StringComparison.OrdinalIgnoreCase))).ToList();
        return new
        {
            TotalCount = found.Count,
            EcsSpecs = found.Skip(skip).Take(take).Select(s => Answer(s, call.World.Options.Region)).ToArray(),
        };
    }

    private static object Answer(Sku sku, string region)
    {
        double? price = sku.PricePerHour.TryGetValue(region, out var known) ? known : null;
        return new
        {
            InstanceType = sku.Type,
            sku.AcceleratorType,
            CPU = sku.Cpu,
            GPU = sku.Gpu,
            GPUType = sku.Gpu > 0 ? sku.GpuType : null,
            GPUMemorySize = sku.Gpu > 0 ? sku.GpuMemoryGib : (double?)null,
            Memory = sku.MemoryGib,
            Price = price,
            Currency = price is null ? null : "CNY",
            IsAvailable = price is not null,
            SpotStockStatus = price is null ? "NoStock" : "WithStock",
            SystemDiskCapacity = 100,
        };
    }

    private static IEnumerable<Sku> Sort(WireCall call, IEnumerable<Sku> skus)
    {
        Func<Sku, double> key = call.Text("SortBy")?.ToUpperInvariant() switch
        {
            "GPU" => s => s.Gpu,
            "MEMORY" => s => s.MemoryGib,
            "PRICE" => s => s.PricePerHour.GetValueOrDefault(call.World.Options.Region, double.MaxValue),
            _ => s => s.Cpu,
        };
        var descending = string.Equals(call.Text("Order"), "DESC", StringComparison.OrdinalIgnoreCase);
        return (descending ? skus.OrderByDescending(key) : skus.OrderBy(key)).ThenBy(s => s.Type, StringComparer.Ordinal);
    }
}
