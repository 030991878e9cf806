using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>GET /api/v1/ecsspecs. Unlike DSW's operation of the same name it tells no price.</summary>
internal sealed class ListEcsSpecs : IWireOperation
{
    private const int LargestPage = 1000;

    public string Product => Transport.Product.Dlc;

    public string Name => nameof(ListEcsSpecs);

    public object Handle(WireCall call)
    {
        var (skip, take) = call.Page(10, LargestPage);
        var skus = SkuCatalogue.All.AsEnumerable();
        if (call.Text("AcceleratorType") is { } accelerator)
            skus = skus.Where(s => string.Equals(s.AcceleratorType, accelerator, StringComparison.OrdinalIgnoreCase));
        if (call.Query.List("InstanceTypes") is { Count: > 0 } types)
            skus = skus.Where(s => types.Contains(s.Type, StringComparer.Ordinal));
        if (call.Text("ResourceType") == "Lingjun")
            skus = [];
        var found = Sort(call, skus).ToList();
        return new
        {
            TotalCount = found.Count,
            EcsSpecs = found.Skip(skip).Take(take).Select(s => Answer(s, call.World.Options.Region)).ToArray(),
        };
    }

    private static object Answer(Sku sku, string region)
    {
        var sold = sku.PricePerHour.ContainsKey(region);
        return new
        {
            InstanceType = sku.Type,
            sku.AcceleratorType,
            sku.Cpu,
            sku.Gpu,
            GpuType = sku.Gpu > 0 ? sku.GpuType : null,
            GpuMemory = sku.Gpu > 0 ? (int)sku.GpuMemoryGib : (int?)null,
            Memory = (int)sku.MemoryGib,
            IsAvailable = sold,
            ResourceType = "ECS",
            PaymentTypes = new[] { "PostPaid" },
            SpotStockStatus = sold ? "WithStock" : "NoStock",
            NonProtectSpotDiscount = sold ? sku.SpotFactor : (double?)null,
        };
    }

    private static IEnumerable<Sku> Sort(WireCall call, IEnumerable<Sku> skus)
    {
        Func<Sku, double> key = call.Text("SortBy") switch
        {
            "GPU" => s => s.Gpu,
            "Memory" => s => s.MemoryGib,
            _ => s => s.Cpu,
        };
        var descending = string.Equals(call.Text("Order"), "desc", StringComparison.OrdinalIgnoreCase);
        return (descending ? skus.OrderByDescending(key) : skus.OrderBy(key)).ThenBy(s => s.Type, StringComparer.Ordinal);
    }
}
