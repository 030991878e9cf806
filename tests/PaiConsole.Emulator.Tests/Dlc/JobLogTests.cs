using System.Globalization;
using System.Text.RegularExpressions;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dlc;

public sealed partial class JobLogTests
{
    [Fact]
    public async Task The_log_grows_with_the_clock_and_what_was_written_stays()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(47 + 60);
        var early = await Lines(cloud, id);
        cloud.Pass(60);
        var later = await Lines(cloud, id);
        Assert.True(later.Length > early.Length);
        Assert.Equal(early, later.Take(early.Length));
    }

    [Fact]
    public async Task It_looks_like_training_and_the_loss_falls()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(600);
        var lines = await Lines(cloud, id);
        Assert.All(["torchrun", "NCCL INFO", "Saved checkpoint", "Training finished"], word => Assert.Contains(lines, l => l.Contains(word, StringComparison.Ordinal)));
        var losses = lines.Select(l => Loss().Match(l)).Where(m => m.Success).Select(m => double.Parse(m.Groups["loss"].Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.True(losses.TakeLast(10).Average() < losses.Take(10).Average() / 2);
        Assert.DoesNotContain(lines, l => l.Contains("[ERROR]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_it_in_pieces_gives_the_same_lines_as_reading_it_whole()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(600);
        var whole = await Lines(cloud, id);
        var start = DateTimeOffset.Parse(whole[0][1..20], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        List<string> pieces = [];
        for (var at = start; at < start.AddSeconds(400); at = at.AddSeconds(50))
            pieces.AddRange(await Lines(cloud, id, new { JobId = id, PodId = id + "-master-0", StartTime = Iso(at), EndTime = Iso(at.AddSeconds(49)) }));
        Assert.Equal(whole, pieces);
        Assert.Equal(whole.Take(7), await Lines(cloud, id, new { JobId = id, PodId = id + "-master-0", MaxLines = 7 }));
    }

    [Fact]
    public async Task The_tail_of_a_month_long_log_is_only_the_tail()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, "2592000");
        cloud.Pass(29 * 86400);
        var tail = await Lines(cloud, id, new { JobId = id, PodId = id + "-master-0", StartTime = Iso(cloud.World.Clock.Now.AddMinutes(-5)) });
        Assert.InRange(tail.Length, 9, 12);
    }

    [Fact]
    public async Task Metrics_exist_only_while_it_ran()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(3600);
        var metrics = await cloud.Dlc("GetJobMetrics", new { JobId = id, MetricType = "GpuCoreUsage", TimeStep = "30s", StartTime = Iso(cloud.World.Clock.Now.AddHours(-2)) });
        var pods = metrics.Body.GetProperty("PodMetrics").EnumerateArray().ToArray();
        Assert.Equal(2, pods.Length);
        Assert.InRange(pods[0].GetProperty("Metrics").GetArrayLength(), 9, 11);
        Assert.All(pods[0].GetProperty("Metrics").EnumerateArray(), p => Assert.InRange(p.GetProperty("Value").GetDouble(), 0, 100));
    }

    [Fact]
    public async Task A_long_log_is_read_to_its_end_by_time_and_whole_for_a_file()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, "36000");
        cloud.Pass(100);
        Assert.Null((await cloud.Control(HttpMethod.Post, $"jobs/{id}/log", new { lines = 100_000, overSeconds = 1000 })).Text("error"));
        cloud.Pass(1000);
        var from = cloud.World.Clock.Now.AddSeconds(-1000);
        List<string> pieces = [];
        for (var second = 0; second <= 1000; second += 50)
            pieces.AddRange(await Lines(cloud, id, new { JobId = id, PodId = id + "-master-0", MaxLines = 10_000, StartTime = Iso(from.AddSeconds(second)), EndTime = Iso(from.AddSeconds(second + 49)) }));
        Assert.Equal(100_000, pieces.Select(l => Numbered().Match(l)).Where(m => m.Success).Select(m => m.Groups["n"].Value).Distinct().Count());
        Assert.All(["\u001b[1;33m", "\0", "\u202e", "<script>", "\r", "🚀"], part => Assert.Contains(pieces, l => l.Contains(part, StringComparison.Ordinal)));
        var whole = await Lines(cloud, id, new { JobId = id, PodId = id + "-master-0", DownloadToFile = true, StartTime = Iso(from), EndTime = Iso(from.AddSeconds(1049)) });
        Assert.Equal(pieces, whole);
        Assert.Equal(2000, (await Lines(cloud, id, new { JobId = id, PodId = id + "-master-0", StartTime = Iso(from) })).Length);
        Assert.DoesNotContain(await Lines(cloud, id, new { JobId = id, PodId = id + "-worker-0" }), l => l.Contains("warm-up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Progress_bars_are_coloured_and_draw_over_themselves()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud);
        cloud.Pass(600);
        Assert.Contains(await Lines(cloud, id), l => l.Contains("\r", StringComparison.Ordinal) && l.Contains("\u001b[32m", StringComparison.Ordinal) && l.Contains("it/s]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GpuCoreUsage", 0, 100)]
    [InlineData("GpuMemoryUsage", 0, 100)]
    [InlineData("CpuCoreUsage", 0, 100)]
    [InlineData("MemoryUsage", 0, 100)]
    [InlineData("NetworkInputRate", 1e6, 1e9)]
    [InlineData("NetworkOutputRate", 1e6, 1e9)]
    [InlineData("DiskReadRate", 1e6, 1e9)]
    [InlineData("DiskWriteRate", 0, 1e9)]
    public async Task Every_metric_has_a_series_per_pod(string type, double least, double most)
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, "3600");
        cloud.Pass(1800);
        var pods = (await cloud.Dlc("GetJobMetrics", new { JobId = id, MetricType = type, TimeStep = "1m" })).Body.GetProperty("PodMetrics").EnumerateArray().ToArray();
        Assert.Equal([id + "-master-0", id + "-worker-0"], pods.Select(p => p.GetProperty("PodId").GetString()));
        Assert.All(pods, p => Assert.InRange(p.GetProperty("Metrics").GetArrayLength(), 28, 30));
        Assert.All(pods.SelectMany(p => p.GetProperty("Metrics").EnumerateArray()), m => Assert.InRange(m.GetProperty("Value").GetDouble(), least, most));
    }

    [Fact]
    public async Task A_load_that_was_set_shows_from_then_on()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await Create(cloud, "36000");
        cloud.Pass(1800);
        await cloud.Control(HttpMethod.Post, $"jobs/{id}/load", new { gpuPercent = 4 });
        cloud.Pass(1800);
        var points = (await cloud.Dlc("GetJobMetrics", new { JobId = id, MetricType = "GpuCoreUsage", TimeStep = "1m" })).Body.GetProperty("PodMetrics")[0].GetProperty("Metrics").EnumerateArray().Select(m => m.GetProperty("Value").GetDouble()).ToArray();
        Assert.InRange(points.Count(p => p == 4), 29, 31);
        Assert.InRange(points.Count(p => p != 4), 25, 31);
    }

    private static async Task<string> Create(TestCloud cloud, string seconds = "300") =>
        (await cloud.Dlc("CreateJob", body: Examples.Job(envs: new() { ["PAI_EMULATOR_RUN_SECONDS"] = seconds }))).Text("JobId")!;

    private static async Task<string[]> Lines(TestCloud cloud, string id, object? query = null)
    {
        var answer = await cloud.Dlc("GetPodLogs", query ?? new { JobId = id, PodId = id + "-master-0" });
        Assert.Null(answer.Code);
        return [.. answer.Body.GetProperty("Logs").EnumerateArray().Select(l => l.GetString()!)];
    }

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(line|行|number) ?(?<n>\d{6})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"loss (?<loss>\d+\.\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loss();
}
