namespace PaiConsole.Domain.Compute;

/// <summary>The instance types that are known, by type. Immutable.</summary>
public sealed class SkuCatalogue
{
    private static readonly Lazy<SkuCatalogue> _embedded = new(() => new SkuCatalogue(SkuFacts.Read()));
    private readonly Dictionary<string, Sku> _byType;

    /// <summary>A catalogue of these types; of two with the same type the later one counts.</summary>
    public SkuCatalogue(IEnumerable<Sku> skus)
    {
        _byType = new Dictionary<string, Sku>(StringComparer.Ordinal);
        foreach (var sku in skus)
            _byType[sku.Type] = sku;
        All = [.. _byType.Values.OrderBy(sku => sku.Type, StringComparer.Ordinal)];
    }

    /// <summary>The catalogue compiled into the console (ECS documentation and price lists), read on first use.</summary>
    public static SkuCatalogue Embedded => _embedded.Value;

    /// <summary>Every type, in order of name.</summary>
    public IReadOnlyList<Sku> All { get; }

    /// <summary>The instance type of exactly this name, or null.</summary>
    public Sku? Find(string? type) => type is not null && _byType.TryGetValue(type, out var sku) ? sku : null;

    /// <summary>Types that contain every word of the text in their name or card, in order of name; an empty text gives all.</summary>
    public IEnumerable<Sku> Search(string? text)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return All.Where(sku => words.All(word =>
            sku.Type.Contains(word, StringComparison.OrdinalIgnoreCase)
            || (sku.GpuModel?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false)));
    }

    /// <summary>
    /// This catalogue with what the cloud lists now (DSW and DLC ListEcsSpecs, ECS DescribeInstanceTypes) on top.
    /// A value that the newer entry leaves open is kept from the older one.
    /// </summary>
    public SkuCatalogue With(IEnumerable<Sku> observed) => new(All.Concat(observed.Select(Completed)));

    private Sku Completed(Sku newer) => Find(newer.Type) is not { } known ? newer : newer with
    {
        Vcpu = newer.Vcpu ?? known.Vcpu,
        MemoryGib = newer.MemoryGib ?? known.MemoryGib,
        GpuModel = newer.GpuModel ?? known.GpuModel,
        GpuMemoryGib = newer.GpuMemoryGib ?? known.GpuMemoryGib,
    };
}
