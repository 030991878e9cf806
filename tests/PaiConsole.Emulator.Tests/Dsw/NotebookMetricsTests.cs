using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dsw;

public sealed class NotebookMetricsTests
{
    [Theory]
    [InlineData("CpuCoreUsage", true)]
    [InlineData("MemoryUsage", true)]
    [InlineData("GpuCoreUsage", true)]
    [InlineData("GpuMemoryUsage", true)]
    [InlineData("NetworkInputRate", false)]
    [InlineData("NetworkOutputRate", false)]
    [InlineData("DiskReadRate", false)]
    [InlineData("DiskWriteRate", false)]
    public async Task Every_documented_metric_is_there_and_GPU_metrics_on_GPUs_only(string type, bool isPercent)
    {
        await using var cloud = await TestCloud.StartAsync();
        var gpu = await cloud.Running();
        var cpu = await cloud.Running("on_cpu", "ecs.g7.large");
        await cloud.Load(gpu, 60, 80);
        cloud.Pass(7200);
        var values = (await Points(cloud, gpu, type)).Select(p => p.Value).ToList();
        Assert.InRange(values.Count, 12, 13);
        Assert.All(values, v => Assert.InRange(v, 0, isPercent ? 100 : double.MaxValue));
        Assert.Contains(values, v => v > 0);
        Assert.Equal(type.StartsWith("Gpu", StringComparison.Ordinal), (await Points(cloud, cpu, type)).Count == 0);
    }

    [Fact]
    public async Task The_GPU_memory_that_work_took_stays_taken_until_it_is_stopped()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        await cloud.Load(id, 3, 0);
        cloud.Pass(1800);
        Assert.All(await Points(cloud, id, "GpuMemoryUsage", "1m"), p => Assert.InRange(p.Value, 0, 5));
        await cloud.Load(id, 50, 90);
        cloud.Pass(1800);
        await cloud.Load(id, 0, 0);
        cloud.Pass(7200);
        Assert.Equal(0, (await Points(cloud, id, "GpuCoreUsage"))[^1].Value);
        Assert.Single((await Points(cloud, id, "GpuMemoryUsage")).Select(p => p.Value).Distinct());
        Assert.InRange((await Points(cloud, id, "GpuMemoryUsage"))[^1].Value, 30, 80);
        await cloud.Dsw("StopInstance", new { InstanceId = id });
        cloud.Pass(60);
        await cloud.Dsw("StartInstance", new { InstanceId = id });
        cloud.Pass(320);
        Assert.InRange((await Points(cloud, id, "GpuMemoryUsage", "1m"))[^1].Value, 0, 5);
    }

    [Fact]
    public async Task A_load_that_is_set_shows_at_once_and_changes_nothing_before()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        await cloud.Load(id, 70, 80);
        cloud.Pass(600);
        await cloud.Load(id, 0, 0);
        foreach (var (type, before) in ((string, double)[])[("CpuCoreUsage", 70), ("GpuCoreUsage", 80)])
        {
            var points = await Points(cloud, id, type, "1s");
            Assert.Equal((cloud.World.Now.ToUnixTimeSeconds(), 0), points[^1]);
            Assert.Equal(before, points[^2].Value);
        }
    }

    [Fact]
    public async Task Points_lie_on_whole_steps_between_start_and_end_and_never_in_the_future()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        cloud.Pass(4 * 3600);
        var now = cloud.World.Now;
        var quarter = await Points(cloud, id, "CpuCoreUsage", "15m", now.AddHours(-2), now.AddHours(5));
        Assert.All(quarter, p => Assert.True(p.Time % 900 == 0 && p.Time <= now.ToUnixTimeSeconds()));
        Assert.InRange(quarter.Count, 8, 9);
        var some = await Points(cloud, id, "CpuCoreUsage", "5m", now.AddHours(-3), now.AddHours(-2));
        Assert.InRange(some.Count, 12, 13);
        Assert.All(some, p => Assert.InRange(p.Time, now.AddHours(-3).ToUnixTimeSeconds(), now.AddHours(-2).ToUnixTimeSeconds()));
        Assert.Empty(await Points(cloud, id, "CpuCoreUsage", "5m", now, now.AddHours(-1)));
        Assert.Equal("ValidationError", (await cloud.Dsw("GetInstanceMetrics", new { InstanceId = id, MetricType = "CpuCoreUsage", TimeStep = "soon" })).Code);
        Assert.Equal("ValidationError", (await cloud.Dsw("GetInstanceMetrics", new { InstanceId = id, MetricType = "Mood" })).Code);
    }

    private static async Task<List<(long Time, double Value)>> Points(
        TestCloud cloud, string id, string type, string? step = null, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        var answer = await cloud.Dsw("GetInstanceMetrics", new { InstanceId = id, MetricType = type, TimeStep = step, StartTime = from?.ToString("O"), EndTime = to?.ToString("O") });
        return [.. answer.Body.GetProperty("PodMetrics")[0].GetProperty("Metrics").EnumerateArray().Select(p => (p.GetProperty("Time").GetInt64(), p.GetProperty("Value").GetDouble()))];
    }
}
