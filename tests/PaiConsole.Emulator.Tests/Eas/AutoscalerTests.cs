using PaiConsole.Emulator.Eas;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Eas;

public sealed class AutoscalerTests
{
    [Theory]
    [InlineData(2, 23, 10, 5)]
    [InlineData(5, 2, 10, 1)]
    [InlineData(2, 10.9, 10, 2)]
    [InlineData(2, 11, 10, 3)]
    [InlineData(4, 9.1, 10, 4)]
    public void Desired_is_the_ceiling_of_current_times_metric_over_threshold(int current, double value, double threshold, int desired) =>
        Assert.Equal(desired, ScalingArithmetic.Desired(current, value, threshold));

    [Fact]
    public async Task Up_at_once_and_down_only_after_the_window()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm());
        await cloud.Control(HttpMethod.Post, "services/qwen3_8b/behaviour", new { qps = 46 });
        await cloud.Eas("CreateServiceAutoScaler", EasExamples.Of("qwen3_8b"), new { min = 1, max = 4, scaleStrategies = new[] { new { metricName = "qps", threshold = 10 } } });
        var described = await cloud.Eas("DescribeServiceAutoScaler", EasExamples.Of("qwen3_8b"));
        Assert.Equal("QPS", described.Body.GetProperty("CurrentMetrics")[0].GetProperty("metricName").GetString());
        Assert.Equal(46, described.Body.GetProperty("CurrentMetrics")[0].GetProperty("value").GetDouble());
        cloud.Pass(40);
        Assert.Equal("Scaling", await cloud.Status("qwen3_8b"));
        cloud.Pass(120);
        Assert.Equal("4", (await cloud.Service("qwen3_8b")).Text("RunningInstance"));

        await cloud.Control(HttpMethod.Post, "services/qwen3_8b/behaviour", new { qps = 5 });
        cloud.Pass(240);
        Assert.Equal("4", (await cloud.Service("qwen3_8b")).Text("RunningInstance"));
        cloud.Pass(180);
        Assert.Equal("1", (await cloud.Service("qwen3_8b")).Text("RunningInstance"));
    }

    [Fact]
    public async Task To_zero_after_the_grace_and_back_with_the_first_request()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm(autoscaler: new { min = 0, max = 3, strategies = new { qps = 10 } }));
        await cloud.Control(HttpMethod.Post, "services/qwen3_8b/behaviour", new { qps = 0 });
        cloud.Pass(500);
        Assert.Equal("1", (await cloud.Service("qwen3_8b")).Text("RunningInstance"));
        cloud.Pass(300);
        Assert.Equal("0", (await cloud.Service("qwen3_8b")).Text("RunningInstance"));
        await cloud.Control(HttpMethod.Post, "services/qwen3_8b/behaviour", new { qps = 3 });
        cloud.Pass(200);
        Assert.Equal("1", (await cloud.Service("qwen3_8b")).Text("RunningInstance"));
    }

    [Fact]
    public async Task It_can_be_updated_and_taken_away()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm());
        object Rule(int max) => new { min = 1, max, scaleStrategies = new[] { new { metricName = "cpu", threshold = 60 } } };
        Assert.Equal("Autoscaler.NotFound", (await cloud.Eas("DescribeServiceAutoScaler", EasExamples.Of("qwen3_8b"))).Code);
        Assert.Equal("Autoscaler.NotFound", (await cloud.Eas("UpdateServiceAutoScaler", EasExamples.Of("qwen3_8b"), Rule(3))).Code);
        await cloud.Eas("CreateServiceAutoScaler", EasExamples.Of("qwen3_8b"), Rule(3));
        Assert.Equal("AutoscalerAlreadyExists", (await cloud.Eas("CreateServiceAutoScaler", EasExamples.Of("qwen3_8b"), Rule(3))).Code);
        await cloud.Eas("UpdateServiceAutoScaler", EasExamples.Of("qwen3_8b"), Rule(6));
        Assert.Equal("6", (await cloud.Eas("DescribeServiceAutoScaler", EasExamples.Of("qwen3_8b"))).Text("MaxReplica"));
        await cloud.Eas("DeleteServiceAutoScaler", EasExamples.Of("qwen3_8b"));
        Assert.Equal("False", (await cloud.Service("qwen3_8b")).Text("AutoscalerEnabled"));
    }
}
