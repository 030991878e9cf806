using System.Text.Json;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Eas;

public sealed class ServingLogTests
{
    [Fact]
    public async Task Logs_grow_with_the_clock_and_what_was_written_stays()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm());
        var before = await Lines(cloud);
        Assert.Contains(before, l => l.Contains("Loading safetensors", StringComparison.Ordinal));
        cloud.Pass(300);
        await cloud.Eas("ScaleService", EasExamples.Of("qwen3_8b"), new { Instance = 2 });
        cloud.Pass(300);
        var after = await Lines(cloud, ("InstanceName", (await Instances(cloud))[^1]));
        Assert.Equal(before, after.Take(before.Count));
        Assert.True(after.Count > before.Count + 30);
    }

    [Fact]
    public async Task Pages_and_keywords_select_lines()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm());
        await cloud.Control(HttpMethod.Post, "services/qwen3_8b/behaviour", new { errorRate = 1, qps = 5 });
        cloud.Pass(600);
        var page = await cloud.Eas("DescribeServiceLog", EasExamples.Of("qwen3_8b", ("PageSize", "10"), ("PageNum", "2")));
        Assert.Equal(10, page.Body.GetProperty("Logs").GetArrayLength());
        Assert.Equal("2", page.Text("PageNum"));
        Assert.True(int.Parse(page.Text("TotalPageNum")!) > 5);
        var errors = await Lines(cloud, ("Keyword", "500 Internal"));
        Assert.True(errors.Count > 50);
        Assert.All(errors, l => Assert.Contains("500 Internal", l, StringComparison.Ordinal));
        Assert.Empty(await Lines(cloud, ("Previous", "true")));
    }

    private static async Task<string[]> Instances(TestCloud cloud) =>
        [.. (await cloud.Eas("ListServiceInstances", EasExamples.Of("qwen3_8b"))).Body.GetProperty("Instances").EnumerateArray().Select(i => i.GetProperty("InstanceName").GetString()!)];

    private static async Task<List<string>> Lines(TestCloud cloud, params (string, string)[] more) =>
        [.. (await cloud.Eas("DescribeServiceLog", EasExamples.Of("qwen3_8b", [("PageSize", "1000"), .. more]))).Body.GetProperty("Logs").EnumerateArray().Select(l => l.GetString()!)];
}
