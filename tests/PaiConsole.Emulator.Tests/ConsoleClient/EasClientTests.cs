using System.Text.Json;
using System.Text.Json.Nodes;
using PaiConsole.Cloud.Eas;
using PaiConsole.Emulator.Tests.Eas;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.ConsoleClient;

public sealed class EasClientTests
{
    private const string Region = EasExamples.Region;
    private static readonly Dictionary<string, string> Team = new() { ["team"] = "nlp" };

    [Fact]
    public async Task Every_call_arrives_and_every_answer_is_read_whole()
    {
        await using var client = await ClientUnderTest.StartAsync(Product.Eas);
        var (api, ct) = (client.Get<IEasApi>(), ClientUnderTest.Ct);

        await client.Whole(api.CreateGroupAsync(new() { Name = "qwen", Labels = Team, WorkSpaceId = "268" }, ct));
        var created = await client.Whole(api.CreateServiceAsync(Document("qwen_stable"), "268", Team, ct));
        Assert.Equal(("qwen_stable", Region), (created.ServiceName, created.Region));
        await client.Whole(api.CreateServiceAsync(Document("qwen_canary"), "268", null, ct));
        client.Cloud.Pass(400);
        var service = await client.Whole(api.DescribeServiceAsync(Region, "qwen_stable", ct));
        Assert.Equal(("Running", "qwen", "grouping", 1), (service.Status, service.ServiceGroup, service.TrafficState, service.RunningInstance));
        Assert.Equal("qwen_stable", JsonNode.Parse(service.ServiceConfig!)!["metadata"]!["name"]!.GetValue<string>());
        var services = await client.Whole(api.ListServicesAsync(new() { Filter = "qwen", Label = Team, GroupName = "qwen", PageNumber = 1, PageSize = 10 }, ct));
        Assert.Equal(2, services.TotalCount);
        await client.Whole(api.ReleaseServiceAsync(Region, "qwen_canary", new() { TrafficState = "grouping", Weight = 10 }, ct));
        await client.Whole(api.UpdateGroupAsync(Region, "qwen", new() { TrafficMode = "customized" }, ct));
        Assert.Equal("customized", (await client.Whole(api.DescribeGroupAsync(Region, "qwen", ct))).TrafficMode);
        Assert.Equal(1, (await client.Whole(api.ListGroupsAsync(new() { Filter = "qwen", Labels = Team, PageSize = 10 }, ct))).TotalCount);
        Assert.Equal(10, (await client.Whole(api.DescribeServiceAsync(Region, "qwen_canary", ct))).Weight);
        await client.Whole(api.ScaleServiceAsync(Region, "qwen_stable", new() { Instance = 2 }, ct));
        client.Cloud.Pass(300);
        Assert.Equal(2, (await client.Whole(api.ListServiceInstancesAsync(Region, "qwen_stable", new() { PageSize = 10 }, ct))).Instances!.Count);
        var from = client.Cloud.World.Now.AddDays(-1);
        Assert.NotEmpty((await client.Whole(api.DescribeServiceLogAsync(Region, "qwen_stable", new() { StartTime = from, PageNum = 1, PageSize = 50 }, ct))).Logs!);
        Assert.NotEmpty((await client.Whole(api.DescribeServiceEventAsync(Region, "qwen_stable", new() { StartTime = from, PageNum = 1, PageSize = 50 }, ct))).Events!);
        CreateAutoScalerRequest scaler = new()
        {
            Min = 1,
            Max = 3,
            ScaleStrategies = [new() { MetricName = "qps", Threshold = 10 }],
            Behavior = new() { ScaleDown = new() { StabilizationWindowSeconds = 60 } },
        };
        await client.Whole(api.CreateServiceAutoScalerAsync(Region, "qwen_stable", scaler, ct));
        var described = await client.Whole(api.DescribeServiceAutoScalerAsync(Region, "qwen_stable", ct));
        Assert.Equal((1, 3, 60), (described.MinReplica, described.MaxReplica, described.Behavior?.ScaleDown?.StabilizationWindowSeconds));
        await client.Whole(api.UpdateServiceAsync(Region, "qwen_stable", new() { ["metadata"] = new JsonObject { ["rpc"] = new JsonObject { ["keepalive"] = 300000 } } }, "merge", ct));
        client.Cloud.Pass(600);
        await client.Whole(api.RestartServiceAsync(Region, "qwen_stable", ct));
        client.Cloud.Pass(600);
        await client.Whole(api.StopServiceAsync(Region, "qwen_stable", ct));
        client.Cloud.Pass(120);
        Assert.Equal("Stopped", (await client.Whole(api.DescribeServiceAsync(Region, "qwen_stable", ct))).Status);
        await client.Whole(api.StartServiceAsync(Region, "qwen_stable", ct));
        client.Cloud.Pass(400);
        await client.Whole(api.DeleteServiceAsync(Region, "qwen_canary", ct));
        await client.Whole(api.CreateGroupAsync(new() { Name = "spare" }, ct));
        await client.Whole(api.DeleteGroupAsync(Region, "spare", ct));
        client.AssertAllCalled<IEasApi>();
    }

    private static JsonObject Document(string name) => JsonSerializer.SerializeToNode(EasExamples.Vllm(name, group: "qwen"))!.AsObject();
}
