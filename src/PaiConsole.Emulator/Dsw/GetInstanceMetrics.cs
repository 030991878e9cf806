using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dsw;

/// <summary>GET /api/v2/instance/{InstanceId}/metrics (singular path). No points for times at which the instance did not run or nothing was measured.</summary>
internal sealed class GetInstanceMetrics : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(GetInstanceMetrics);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var type = call.Text("MetricType")!;
        var hasGpu = SkuCatalogue.Find(notebook.Spec.EcsSpec) is { Gpu: > 0 };
        var points = type.StartsWith("Gpu", StringComparison.Ordinal) && !hasGpu
            ? []
            : TimeWindow.Of(call).Points().Where(at => notebook.RanAt(at) && !notebook.Load.IsGap(at))
                .Select(at => new { Time = at.ToUnixTimeSeconds(), Value = Math.Round(Value(notebook, type, at), 2) }).ToArray();
        return new
        {
            InstanceId = notebook.Id,
            PodMetrics = new[] { new { PodId = notebook.Id + "-0", Metrics = points } },
        };
    }

    /// <summary>Percent for usages, bytes a second for rates.</summary>
    private static double Value(Notebook notebook, string type, DateTimeOffset at)
    {
        var load = notebook.Load;
        return type switch
        {
            "CpuCoreUsage" => load.Cpu(at),
            "GpuCoreUsage" => load.Gpu(at),
            "GpuMemoryUsage" => notebook.GpuMemory.At(at),
            "MemoryUsage" => 12 + load.Cpu(at) / 4 + 30 * Signal.Noise(notebook.Id + "ram", at, 7200),
            "NetworkInputRate" => 20_000 + 400_000 * load.Cpu(at) * Signal.Noise(notebook.Id + "in", at, 300),
            "NetworkOutputRate" => 15_000 + 80_000 * load.Cpu(at) * Signal.Noise(notebook.Id + "out", at, 300),
            "DiskReadRate" => 300_000 * load.Cpu(at) * Signal.Noise(notebook.Id + "read", at, 240),
            _ => 120_000 * load.Cpu(at) * Signal.Noise(notebook.Id + "write", at, 240),
        };
    }
}
