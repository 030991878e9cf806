using System.Net;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.Dsw;

public sealed class SnapshotTests
{
    private const string Url = "registry.example.com/team/env:";

    [Fact]
    public async Task A_snapshot_is_committed_pushed_and_saved_while_the_notebook_is_Saving()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        var snapshot = (await Take(cloud, id, "env-v1")).Text("SnapshotId")!;
        List<(string?, string)> seen = [];
        for (var second = 0; second <= 60; second += 10)
        {
            seen.Add(((await One(cloud, id, snapshot)).Text("Status"), await cloud.Status(id)));
            cloud.Pass(10);
        }

        Assert.Equal([("Committing", "Saving"), ("Pushing", "Saving"), ("Saved", "Running")], seen.Distinct());
        var saved = await One(cloud, id, snapshot);
        Assert.Equal(("env-v1", Url + "env-v1", id, 2), (saved.Text("SnapshotName"), saved.Text("ImageUrl"), saved.Text("InstanceId"), saved.Body.GetProperty("ExcludePaths").GetArrayLength()));
        Assert.Equal("nlp", saved.Body.GetProperty("Labels")[0].GetProperty("Value").GetString());
        var latest = (await cloud.Dsw("GetInstance", new { InstanceId = id })).Body.GetProperty("LatestSnapshot");
        Assert.Equal(("Saved", saved.Text("ImageId")), (latest.GetProperty("Status").GetString(), latest.GetProperty("ImageId").GetString()));
        var images = await cloud.Call(Product.AiWorkspace, "ListImages", new { Name = "env-v1" });
        Assert.Equal(saved.Text("ImageId"), Assert.Single(images.Body.GetProperty("Images").EnumerateArray()).GetProperty("ImageId").GetString());

        // The machine was never given back, but Saving is not Running.
        await cloud.Dsw("StopInstance", new { InstanceId = id });
        var interval = Assert.Single(cloud.World.Ledger.Intervals("notebook"));
        Assert.Equal(TimeSpan.FromSeconds(70), interval.To - interval.From);
        Assert.Equal("10000", (await cloud.Dsw("GetInstance", new { InstanceId = id })).Text("AccumulatedRunningTimeInMs"));
    }

    [Fact]
    public async Task Snapshots_are_listed_page_by_page_and_deleted()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        Assert.Equal("0", (await cloud.Dsw("ListInstanceSnapshot", new { InstanceId = id })).Text("TotalCount"));
        for (var i = 0; i < 12; i++)
        {
            await Take(cloud, id, $"env-{i:00}");
            cloud.Pass(120);
        }

        var first = await cloud.Dsw("ListInstanceSnapshot", new { InstanceId = id });
        Assert.Equal(("12", 10, "env-11"), (first.Text("TotalCount"), Names(first).Length, Names(first)[0]));
        Assert.Equal(["env-10", "env-11"], Names(await cloud.Dsw("ListInstanceSnapshot", new { InstanceId = id, PageNumber = 2, SortBy = "gmtCreate", Order = "ASC" })));
        var newest = first.Body.GetProperty("Snapshots")[0].GetProperty("SnapshotId").GetString()!;
        Assert.Equal(newest, (await cloud.Dsw("DeleteInstanceSnapshot", new { InstanceId = id, SnapshotId = newest })).Text("SnapshotId"));
        Assert.Equal("11", (await cloud.Dsw("ListInstanceSnapshot", new { InstanceId = id })).Text("TotalCount"));
        Assert.Equal(HttpStatusCode.NotFound, (await One(cloud, id, newest)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Dsw("DeleteInstanceSnapshot", new { InstanceId = id, SnapshotId = newest })).Status);
        Assert.Equal("ValidationError", (await cloud.Dsw("ListInstanceSnapshot", new { InstanceId = id, SortBy = "mood" })).Code);
    }

    [Fact]
    public async Task What_cannot_become_a_snapshot_is_refused()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        Assert.Equal("ValidationError", (await Take(cloud, id, "Not_A_Tag")).Code);
        Assert.Equal("ValidationError", (await cloud.Dsw("CreateInstanceSnapshot", new { InstanceId = id }, new { SnapshotName = "env" })).Code);
        var first = (await Take(cloud, id, "env")).Text("SnapshotId")!;
        Assert.Equal("ValidationError", (await Take(cloud, id, "other")).Code);
        Assert.Equal("ValidationError", (await cloud.Dsw("DeleteInstanceSnapshot", new { InstanceId = id, SnapshotId = first })).Code);
        cloud.Pass(60);
        Assert.Equal("ValidationError", (await Take(cloud, id, "env")).Code);
        Assert.Equal(HttpStatusCode.OK, (await Take(cloud, id, "env", overwrite: true)).Status);
        cloud.Pass(60);
        Assert.Equal("1", (await cloud.Dsw("ListInstanceSnapshot", new { InstanceId = id })).Text("TotalCount"));
        Assert.Equal(HttpStatusCode.NotFound, (await One(cloud, id, first)).Status);
        await cloud.Dsw("StopInstance", new { InstanceId = id });
        cloud.Pass(15);
        Assert.Equal("ValidationError", (await Take(cloud, id, "late")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await Take(cloud, "dsw-none", "env")).Status);
    }

    [Fact]
    public async Task A_kernel_holds_its_GPU_memory_through_a_snapshot()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        await cloud.Load(id, 50, 90);
        cloud.Pass(1800);
        await cloud.Load(id, 0, 0);
        await Take(cloud, id, "env");
        cloud.Pass(600);
        var points = (await cloud.Dsw("GetInstanceMetrics", new { InstanceId = id, MetricType = "GpuMemoryUsage", TimeStep = "1m" })).Body.GetProperty("PodMetrics")[0].GetProperty("Metrics");
        Assert.InRange(points[points.GetArrayLength() - 1].GetProperty("Value").GetDouble(), 30, 80);
    }

    [Fact]
    public async Task A_shutdown_timer_that_is_due_while_saving_stops_it_afterwards()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        await cloud.Dsw("CreateInstanceShutdownTimer", new { InstanceId = id }, new { RemainingTimeInMs = 30_000 });
        await Take(cloud, id, "env");
        cloud.Pass(59);
        Assert.Equal("Saving", await cloud.Status(id));
        cloud.Pass(6);
        Assert.Equal("Stopping", await cloud.Status(id));
    }

    private static Task<Answer> Take(TestCloud cloud, string id, string name, bool overwrite = false) => cloud.Dsw("CreateInstanceSnapshot", new { InstanceId = id }, new
    {
        SnapshotName = name,
        SnapshotDescription = "what was installed by hand",
        ImageUrl = Url + name,
        Labels = new[] { new { Key = "team", Value = "nlp" } },
        ExcludePaths = new[] { "/mnt/data", "/tmp" },
        Overwrite = overwrite,
    });

    private static Task<Answer> One(TestCloud cloud, string id, string snapshot) => cloud.Dsw("GetInstanceSnapshot", new { InstanceId = id, SnapshotId = snapshot });

    private static string[] Names(Answer list) => [.. list.Body.GetProperty("Snapshots").EnumerateArray().Select(s => s.GetProperty("SnapshotName").GetString()!)];
}
