using System.Globalization;
using System.Text;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Ecs;

/// <summary>DescribeInstanceTypes: vCPU, memory and GPUs of every type, page by page with a token.</summary>
internal sealed class DescribeInstanceTypes : IWireOperation
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1600;

    public string Product => Transport.Product.Ecs;

    public string Name => nameof(DescribeInstanceTypes);

    public object Handle(WireCall call)
    {
        var take = call.Int("MaxResults", DefaultPage);
        if (take is < 1 or > LargestPage)
            throw WireError.Invalid(Product, FormattableString.Invariant($"MaxResults must be between 1 and {LargestPage}, not {take}."));
        var skip = Offset(call.Text("NextToken"));
        var found = SkuCatalogue.All.Where(Filter(call)).OrderBy(s => s.Type, StringComparer.Ordinal).ToList();
        return new
        {
            InstanceTypes = new { InstanceType = found.Skip(skip).Take(take).Select(Answer).ToArray() },
            NextToken = skip + take < found.Count ? Token(skip + take) : null,
        };
    }

    private static Func<Sku, bool> Filter(WireCall call)
    {
        var types = call.Query.List("InstanceTypes").ToHashSet(StringComparer.Ordinal);
        var families = call.Query.List("InstanceTypeFamilies").Append(call.Text("InstanceTypeFamily") ?? "").Where(f => f.Length > 0).ToHashSet(StringComparer.Ordinal);
        return s => (types.Count == 0 || types.Contains(s.Type))
            && (families.Count == 0 || families.Contains("ecs." + s.Family) || families.Contains(s.Family))
            && Within(call, "MinimumCpuCoreCount", "MaximumCpuCoreCount", s.Cpu)
            && Within(call, "MinimumMemorySize", "MaximumMemorySize", s.MemoryGib)
            && Within(call, "MinimumGPUAmount", "MaximumGPUAmount", s.Gpu)
            && (call.Text("GPUSpec") is not { } gpu || s.GpuType.Length > 0 && gpu.Contains(s.GpuType, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Within(WireCall call, string minimum, string maximum, double value) =>
        !(value < Number(call, minimum)) && !(value > Number(call, maximum));

    private static double? Number(WireCall call, string name) => call.Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static object Answer(Sku sku) => new
    {
        InstanceTypeId = sku.Type,
        InstanceTypeFamily = "ecs." + sku.Family,
        InstanceCategory = sku.Gpu > 0 ? "GPU" : "General",
        CpuCoreCount = sku.Cpu,
        CpuArchitecture = "X86",
        MemorySize = sku.MemoryGib,
        GPUAmount = sku.Gpu,
        GPUSpec = sku.Gpu > 0 ? "NVIDIA " + sku.GpuType : "",
        GPUMemorySize = sku.GpuMemoryGib,
        LocalStorageCategory = "",
    };

    private static string Token(int offset) => Convert.ToBase64String(Encoding.ASCII.GetBytes("offset:" + offset.ToString(CultureInfo.InvariantCulture)));

    private static int Offset(string? token)
    {
        if (token is null)
            return 0;
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]) is var text && text.StartsWith("offset:", StringComparison.Ordinal)
            && int.TryParse(text["offset:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                ? offset
                : throw WireError.Invalid(Transport.Product.Ecs, "NextToken is not one that was given out.");
    }
}
