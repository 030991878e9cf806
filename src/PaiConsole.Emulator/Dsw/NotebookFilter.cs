using System.Globalization;
using System.Text.Json;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>The filters of ListInstances; all that are given must hold.</summary>
internal static class NotebookFilter
{
    public static Func<Notebook, bool> Of(WireCall call)
    {
        List<Func<Notebook, bool>> all = [];
        void Equal(string parameter, Func<Notebook, string?> value)
        {
            if (call.Text(parameter) is { } wanted)
                all.Add(n => string.Equals(value(n), wanted, StringComparison.Ordinal));
        }

        void Between(string minimum, string maximum, double unit, Func<Sku, double> value)
        {
            var least = Bound(call, minimum) / unit;
            var most = Bound(call, maximum) / unit;
            if (least is not null || most is not null)
                all.Add(n => SkuCatalogue.Find(n.Spec.EcsSpec) is { } sku && !(value(sku) < least) && !(value(sku) > most));
        }

        Equal("InstanceId", n => n.Id);
        Equal("Status", n => n.Status);
        Equal("WorkspaceId", n => n.WorkspaceId);
        Equal("CreateUserId", n => n.UserId);
        Equal("ResourceId", n => n.Spec.Text("ResourceId"));
        Equal("Accessibility", n => n.Spec.Text("Accessibility") ?? "PRIVATE");
        Equal("AcceleratorType", n => SkuCatalogue.Find(n.Spec.EcsSpec)?.AcceleratorType);
        Equal("PaymentType", _ => "PayAsYouGo");
        if (call.Text("InstanceName") is { } name)
            all.Add(n => n.Spec.Name.Contains(name, StringComparison.OrdinalIgnoreCase));
        if (call.Text("ImageName") is { } image)
            all.Add(n => n.Spec.Text("ImageUrl")?.Contains(image, StringComparison.OrdinalIgnoreCase) == true);
        if (call.Text("GpuType") is { } gpu)
            all.Add(n => SkuCatalogue.Find(n.Spec.EcsSpec) is { Gpu: > 0 } sku && gpu.Contains(sku.GpuType, StringComparison.OrdinalIgnoreCase));
        if (call.Instant("CreateTimeAfter") is { } after)
            all.Add(n => n.Created >= after);
        if (call.Instant("CreateTimeBefore") is { } before)
            all.Add(n => n.Created <= before);

        // Cores and cards are given in thousandths, memory in GiB.
        Between("MinCpu", "MaxCpu", 1000, s => s.Cpu);
        Between("MinGpu", "MaxGpu", 1000, s => s.Gpu);
        Between("MinMemory", "MaxMemory", 1, s => s.MemoryGib);
        Between("MinGpuMemory", "MaxGpuMemory", 1, s => s.GpuMemoryGib);
        all.AddRange(call.Query.Map("Labels").Select(Has("Labels")));
        if (call.Text("Tag") is { } tags)
            all.AddRange(JsonDocument.Parse(tags).RootElement.EnumerateArray()
                .Select(t => KeyValuePair.Create(t.Text("Key") ?? "", t.Text("Value") ?? "")).Select(Has("Tag")));
        return n => all.TrueForAll(holds => holds(n));
    }

    private static Func<KeyValuePair<string, string>, Func<Notebook, bool>> Has(string field) => wanted => n =>
        n.Spec[field] is { } list && list.EnumerateArray().Any(l => l.Text("Key") == wanted.Key && (wanted.Value.Length == 0 || l.Text("Value") == wanted.Value));

    private static double? Bound(WireCall call, string parameter)
    {
        if (call.Text(parameter) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw WireError.Invalid(call.Spec.Product, $"{parameter} '{text}' is not a number.");
    }
}
