using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Eas;

public sealed class GroupTests
{
    [Fact]
    public async Task A_canary_gets_nothing_until_it_is_released_and_then_its_weight()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm("qwen_stable", instance: 2, group: "qwen"));
        await cloud.Running(EasExamples.Vllm("qwen_canary", group: "qwen"));
        Assert.Equal("grouping", (await cloud.Service("qwen_stable")).Text("TrafficState"));
        var canary = await cloud.Service("qwen_canary");
        Assert.Equal("standalone", canary.Text("TrafficState"));
        Assert.EndsWith("/api/predict/qwen.qwen_canary", canary.Text("InternetEndpoint"), StringComparison.Ordinal);
        Assert.Equal(0, Qps(cloud, "qwen_canary"));

        await cloud.Eas("ReleaseService", EasExamples.Of("qwen_canary"), new { TrafficState = "grouping", Weight = 10 });
        Assert.Equal(1.0 / 3, Share(cloud), 3);
        await cloud.Eas("ReleaseService", EasExamples.Of("qwen_stable"), new { Weight = 90 });
        await cloud.Eas("UpdateGroup", new { ClusterId = EasExamples.Region, GroupName = "qwen" }, new { TrafficMode = "customized" });
        Assert.Equal(0.1, Share(cloud), 3);
        await cloud.Eas("ReleaseService", EasExamples.Of("qwen_canary"), new { TrafficState = "standalone" });
        Assert.Equal(0, Share(cloud));
        Assert.Equal("InvalidParameter", (await cloud.Eas("ReleaseService", EasExamples.Of("qwen_canary"), new { Weight = 1001 })).Code);
    }

    [Fact]
    public async Task A_group_comes_with_its_first_member_and_goes_with_its_last()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Running(EasExamples.Vllm("one", group: "team_g"));
        await cloud.Running(EasExamples.Vllm("two", group: "team_g"));
        Dictionary<string, string> group = new() { ["ClusterId"] = EasExamples.Region, ["GroupName"] = "team_g" };
        var described = await cloud.Eas("DescribeGroup", group);
        Assert.Equal("auto", described.Text("TrafficMode"));
        Assert.NotNull(described.Text("AccessToken"));
        Assert.Equal("1", (await cloud.Eas("ListGroups")).Text("TotalCount"));
        Assert.Equal("InvalidStatus", (await cloud.Eas("DeleteGroup", group)).Code);
        await cloud.Eas("DeleteService", EasExamples.Of("one"));
        cloud.Pass(20);
        Assert.Equal("1", (await cloud.Eas("ListGroups")).Text("TotalCount"));
        await cloud.Eas("DeleteService", EasExamples.Of("two"));
        cloud.Pass(20);
        Assert.Equal("Group.NotFound", (await cloud.Eas("DescribeGroup", group)).Code);
    }

    [Fact]
    public async Task An_empty_group_can_be_made_labelled_and_deleted()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Eas("CreateGroup", body: new { Name = "fresh", Labels = new { team = "cv" }, WorkSpaceId = "268" });
        Assert.Equal("GroupAlreadyExists", (await cloud.Eas("CreateGroup", body: new { Name = "fresh" })).Code);
        Assert.Equal("1", (await cloud.Eas("ListGroups", new { Labels = "{\"team\":\"cv\"}" })).Text("TotalCount"));
        await cloud.Eas("DeleteGroup", new { ClusterId = EasExamples.Region, GroupName = "fresh" });
        Assert.Equal("0", (await cloud.Eas("ListGroups")).Text("TotalCount"));
    }

    private static double Qps(TestCloud cloud, string name) => cloud.World.Do(() => cloud.World.Services.Find(name)!.Traffic.Qps(cloud.World.Now));

    private static double Share(TestCloud cloud) => Qps(cloud, "qwen_canary") / (Qps(cloud, "qwen_canary") + Qps(cloud, "qwen_stable"));
}
