using PaiConsole.Cloud.Dsw;
using PaiConsole.Domain.Notebooks.Idleness;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Engine.Notebooks;

/// <summary>How busy a notebook was, from the cloud's figures (DSW GetInstanceMetrics): a call for the CPU, and one for the GPU where it has one.</summary>
internal sealed class UseFigures(IDswApi dsw)
{
    /// <summary>The longest step at which nothing worth judging is missed.</summary>
    public static readonly TimeSpan Fine = TimeSpan.FromMinutes(5);

    /// <summary>How far apart the figures of such a span lie.</summary>
    // Finer than a chart needs: between two coarse figures a short use would be missed, and money be called wasted that was not.
    public static TimeSpan Step(TimeSpan span) => span.TotalHours switch
    {
        <= 3 => TimeSpan.FromMinutes(1),
        <= 48 => Fine,
        _ => TimeSpan.FromMinutes(15),
    };

    /// <summary>The figures between two instants; an instant may have one of the two only.</summary>
    /// <exception cref="PaiConsole.Cloud.PaiApiException">The cloud did not give them.</exception>
    public async Task<List<UseSample>> ReadAsync(string id, bool hasGpu, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var cpu = await PointsAsync(id, MetricTypes.Cpu, from, to, ct);
        var gpu = hasGpu ? await PointsAsync(id, MetricTypes.Gpu, from, to, ct) : [];
        return [.. cpu.Keys.Union(gpu.Keys).Select(at => new UseSample(
            DateTimeOffset.FromUnixTimeSeconds(at), cpu.TryGetValue(at, out var c) ? c : null, gpu.TryGetValue(at, out var g) ? g : null))];
    }

    /// <summary>The figures by unix second; of several pods the busiest counts.</summary>
    private async Task<Dictionary<long, double>> PointsAsync(string id, string metric, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var answer = await dsw.GetInstanceMetricsAsync(
            id, new GetInstanceMetricsQuery { MetricType = metric, StartTime = from, EndTime = to, TimeStep = $"{(int)Step(to - from).TotalMinutes}m" }, ct);
        var points = new Dictionary<long, double>();
        foreach (var point in (answer.PodMetrics ?? []).SelectMany(pod => pod.Metrics ?? []))
        {
            if (point is { Time: { } at, Value: { } value })
                points[at] = Math.Max(value, points.GetValueOrDefault(at, double.MinValue));
        }
        return points;
    }
}
