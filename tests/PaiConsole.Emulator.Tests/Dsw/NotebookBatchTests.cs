using System.Net;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dsw;

public sealed class NotebookBatchTests
{
    [Fact]
    public async Task A_batch_stops_and_deletes_what_it_can_and_names_the_rest()
    {
        await using var cloud = await TestCloud.StartAsync();
        var (one, two, three) = (await cloud.Running("one"), await cloud.Running("two"), await cloud.Running("three"));
        var stop = await cloud.Dsw("StopInstances", body: new { InstanceIds = new[] { one, two, one } });
        Assert.Equal((HttpStatusCode.OK, "200", null), (stop.Status, stop.Text("HttpStatusCode"), stop.Code));
        Assert.Equal([one, two], Ids(stop));
        cloud.Pass(15);
        Assert.Equal(("Stopped", "Stopped", "Running"), (await cloud.Status(one), await cloud.Status(two), await cloud.Status(three)));

        var delete = await cloud.Dsw("DeleteInstances", body: new { InstanceIds = new[] { one, three, "dsw-none" } });
        Assert.Equal((HttpStatusCode.OK, "ValidationError", "True"), (delete.Status, delete.Code, delete.Text("Success")));
        Assert.Equal([one], Ids(delete));
        Assert.Contains(three, delete.Text("Message"), StringComparison.Ordinal);
        Assert.Contains("dsw-none", delete.Text("Message"), StringComparison.Ordinal);
        cloud.Pass(10);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Dsw("GetInstance", new { InstanceId = one })).Status);
        Assert.Equal("Running", await cloud.Status(three));
    }

    [Fact]
    public async Task A_batch_that_can_do_nothing_is_refused()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        foreach (var (operation, ids, status) in new (string, string[], HttpStatusCode)[]
        {
            ("DeleteInstances", [id], HttpStatusCode.BadRequest),
            ("DeleteInstances", [id, "dsw-none"], HttpStatusCode.BadRequest),
            ("StopInstances", ["dsw-none"], HttpStatusCode.NotFound),
            ("StopInstances", [], HttpStatusCode.BadRequest),
            ("DeleteInstances", [], HttpStatusCode.BadRequest),
        })
        {
            var refused = await cloud.Dsw(operation, body: new { InstanceIds = ids });
            Assert.Equal((status, "ValidationError", "False"), (refused.Status, refused.Code, refused.Text("Success")));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await cloud.Dsw("StopInstances", body: new { })).Status);
        Assert.Equal("Running", await cloud.Status(id));
    }

    [Fact]
    public async Task Labels_are_added_changed_and_taken_away()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        await cloud.Dsw("UpdateInstanceLabels", new { InstanceId = id }, new { Labels = new[] { new { Key = "team", Value = "vision" }, new { Key = "costcenter", Value = "4711" }, new { Key = "note", Value = "" } } });
        Assert.Equal(["team=vision", "costcenter=4711", "note="], await Labels(cloud, id));
        Assert.Equal("1", (await cloud.Dsw("ListInstances", new { Labels = "{\"costcenter\":\"4711\"}" })).Text("TotalCount"));
        await cloud.Dsw("DeleteInstanceLabels", new { InstanceId = id, LabelKeys = "note,team,none" });
        Assert.Equal(["costcenter=4711"], await Labels(cloud, id));
        await cloud.Dsw("DeleteInstanceLabels", new { InstanceId = id, LabelKeys = "costcenter" });
        Assert.Empty(await Labels(cloud, id));
        Assert.Equal("ValidationError", (await cloud.Dsw("DeleteInstanceLabels", new { InstanceId = id })).Code);
        Assert.Equal("ValidationError", (await cloud.Dsw("UpdateInstanceLabels", new { InstanceId = id }, new { })).Code);
        Assert.Equal("ValidationError", (await cloud.Dsw("UpdateInstanceLabels", new { InstanceId = id }, new { Labels = new[] { new { Key = "", Value = "x" } } })).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Dsw("UpdateInstanceLabels", new { InstanceId = "dsw-none" }, new { Labels = Array.Empty<object>() })).Status);
    }

    [Fact]
    public async Task A_token_is_opaque_and_another_each_time()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        var (one, two) = (await cloud.Dsw("GetToken", new { InstanceId = id, ExpireTime = 60, Type = "View", Audience = "ThirdParty" }), await cloud.Dsw("GetToken", new { InstanceId = id }));
        Assert.True(one.Text("Token")!.Length >= 32);
        Assert.NotEqual(one.Text("Token"), two.Text("Token"));
        Assert.Equal("ValidationError", (await cloud.Dsw("GetToken", new { InstanceId = id, ExpireTime = 0 })).Code);
        Assert.Equal("ValidationError", (await cloud.Dsw("GetToken", new { InstanceId = id, Type = "Root" })).Code);
        Assert.Equal("ValidationError", (await cloud.Dsw("GetToken")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Dsw("GetToken", new { InstanceId = "dsw-none" })).Status);
    }

    private static IEnumerable<string> Ids(Answer answer) => answer.Body.GetProperty("InstanceIds").EnumerateArray().Select(e => e.GetString()!);

    private static async Task<string[]> Labels(TestCloud cloud, string id) =>
        [.. (await cloud.Dsw("GetInstance", new { InstanceId = id })).Body.GetProperty("Labels").EnumerateArray().Select(l => $"{l.GetProperty("Key").GetString()}={l.GetProperty("Value").GetString()}")];
}
