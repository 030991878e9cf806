using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dlc;

/// <summary>GET /api/v1/jobs/{JobId}/metrics: one series per pod. No points for times at which the job did not run.</summary>
internal sealed class GetJobMetrics : IWireOperation
{
    public string Product => Transport.Product.Dlc;

    public string Name => nameof(GetJobMetrics);

    public object Handle(WireCall call)
    {
        var job = call.World.Jobs.Need(call.Path("JobId"));
        var type = call.Text("MetricType")!;
        var runs = job.Runs().ToArray();
        var times = TimeWindow.Of(call).Points().Where(at => runs.Any(r => r.From <= at && (r.To is null || at < r.To))).ToArray();
        return new
        {
            JobId = job.Id,
            PodMetrics = JobPods.Of(job).Where(p => !type.StartsWith("Gpu", StringComparison.Ordinal) || SkuCatalogue.Find(p.Role.Sku) is { Gpu: > 0 })
                .Select(p => new
                {
                    PodId = p.Id,
                    Metrics = times.Select(at => new { Time = at.ToUnixTimeSeconds(), Value = Math.Round(JobLoad.Value(job, p, type, at), 2) }).ToArray(),
                }).ToArray(),
        };
    }
}

/// <summary>How busy a training pod is: steady, with a dip at every checkpoint and slower data at the busy hours of the shared storage.</summary>
internal static class JobLoad
{
    private const int CheckpointSeconds = 1800;

    /// <summary>Percent for usages, bytes a second for rates.</summary>
    public static double Value(Job job, JobPod pod, string type, DateTimeOffset at)
    {
        var set = job.Loads?.LastOrDefault(l => l.From <= at);
        if ((type == "GpuCoreUsage" ? set?.GpuPercent : type == "CpuCoreUsage" ? set?.CpuPercent : null) is { } told)
            return told;
        var saving = (at.ToUnixTimeSeconds() + (long)(Signal.Hash(pod.Id, 5) % CheckpointSeconds)) % CheckpointSeconds < 60;
        var gpu = saving ? 8 : 78 + 14 * Signal.Unit(pod.Role.Image, 2) - 9 * Signal.WorkingHours(at) + 7 * Signal.Noise(pod.Id + "gpu", at, 180);
        return type switch
        {
            "GpuCoreUsage" => Math.Min(100, gpu),
            "GpuMemoryUsage" => 71 + 18 * Signal.Unit(pod.Role.Image, 9) + 2 * Signal.Noise(pod.Id + "vram", at, 3600),
            "CpuCoreUsage" => 28 + 25 * Signal.Noise(pod.Id + "cpu", at, 240),
            "MemoryUsage" => 40 + 12 * Signal.Noise(pod.Id + "ram", at, 5400),
            "NetworkInputRate" => 90e6 * (0.6 + 0.4 * Signal.Noise(pod.Id + "in", at, 120)),
            "NetworkOutputRate" => 60e6 * (0.6 + 0.4 * Signal.Noise(pod.Id + "out", at, 120)),
            "DiskReadRate" => 45e6 * (0.3 + 0.7 * Signal.Noise(pod.Id + "read", at, 120)),
            _ => saving ? 380e6 : 0.4e6 * Signal.Noise(pod.Id + "write", at, 120),
        };
    }
}
