using System.Net;
using System.Text.Json;
using PaiConsole.Emulator.Tests.Demo;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dsw;

public sealed class AutoShutdownTests
{
    [Fact]
    public async Task Both_kinds_of_policy_are_told_with_what_is_left()
    {
        await using var cloud = await TestCloud.StartAsync();
        var gpu = await cloud.Running("on_gpu");
        var cpu = await cloud.Running("on_cpu", "ecs.g7.large");
        await cloud.Load(gpu, 0.5, 0);
        await cloud.Cull(gpu, 60);
        Assert.Equal(HttpStatusCode.OK, (await cloud.Control(HttpMethod.Post, "workspaces/268/auto-shutdown-policy", new { minutes = 1440, cpuPercent = 1, gpuPercent = 2 })).Status);
        cloud.Pass(600);

        var all = await Query(cloud, gpu, cpu);
        Assert.Equal([gpu, cpu], all.Select(p => p.GetProperty("InstanceId").GetString()));
        var conditions = all[0].GetProperty("Conditions");
        Assert.Equal(
            [("User", "IdleDuration > 60 min AND CpuUtilization <= 20% AND GpuUtilization <= 10%"), ("Workspace", "IdleDuration > 1440 min AND CpuUtilization <= 1% AND GpuUtilization <= 2%")],
            conditions.EnumerateArray().Select(c => (c.GetProperty("SourceType").GetString()!, c.GetProperty("Expression").GetString()!)));
        Assert.Equal((10, 51 * 60), (Number(conditions[0], "IdleDuration"), Number(conditions[0], "IdleShutdownRemainingSeconds")));
        var only = Assert.Single(all[1].GetProperty("Conditions").EnumerateArray());
        Assert.Equal(("Workspace", "IdleDuration > 1440 min AND CpuUtilization <= 1%"), (only.GetProperty("SourceType").GetString(), only.GetProperty("Expression").GetString()));

        cloud.Pass(51 * 60 - 1);
        Assert.Equal("Running", await cloud.Status(gpu));
        cloud.Pass(1);
        Assert.Equal("Stopping", await cloud.Status(gpu));
        var stopped = (await Query(cloud, gpu))[0].GetProperty("Conditions")[0].GetProperty("Context");
        Assert.Equal(-1, stopped.GetProperty("IdleDuration").GetInt32());
        Assert.False(stopped.TryGetProperty("IdleShutdownRemainingSeconds", out _));
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_refused_and_nothing_is_answered_with_nothing()
    {
        await using var cloud = await DemoCloud.StartAsync();
        var here = cloud.World.Notebooks.All.Where(n => n.WorkspaceId == "268").Select(n => n.Id).ToArray();
        var elsewhere = cloud.World.Notebooks.All.First(n => n.WorkspaceId == "40233").Id;
        Assert.Equal(here.Length, (await Query(cloud, here)).Length);
        Assert.Equal(0, (await Query(cloud, elsewhere))[0].GetProperty("Conditions").GetArrayLength());
        Assert.Empty(await Query(cloud));
        foreach (var wrong in (string[][])[[here[0], elsewhere], [.. Enumerable.Repeat(here[0], 101)]])
        {
            var refused = await Ask(cloud, wrong);
            Assert.Equal((HttpStatusCode.BadRequest, "ValidationError"), (refused.Status, refused.Code));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Ask(cloud, "dsw-none")).Status);
    }

    [Fact]
    public async Task A_workspace_policy_stops_its_idle_notebooks_and_no_others_until_it_is_taken_away()
    {
        await using var cloud = await DemoCloud.StartAsync();
        var idle = await cloud.Running("idle_here", workspace: "40233");
        var busy = await cloud.Running("busy_here", workspace: "40233");
        var other = await cloud.Running("idle_elsewhere");
        await cloud.Load(idle, 1, 90);
        await cloud.Load(busy, 2, 0);
        await cloud.Load(other, 0, 0);
        await cloud.Control(HttpMethod.Post, "workspaces/40233/auto-shutdown-policy", new { minutes = 30, cpuPercent = 1 });
        cloud.Pass(31 * 60 + 15);
        Assert.Equal(("Stopped", "Running", "Running"), (await cloud.Status(idle), await cloud.Status(busy), await cloud.Status(other)));
        var lifecycle = (await cloud.Dsw("GetLifecycle", new { InstanceId = idle })).Body.GetProperty("Lifecycle")[0];
        Assert.Equal("WorkspaceAutoShutdownPolicy", lifecycle.EnumerateArray().First(s => s.GetProperty("Status").GetString() == "Stopping").GetProperty("ReasonCode").GetString());

        // What starts under a policy is watched, and no longer once the policy is gone.
        await cloud.Dsw("StartInstance", new { InstanceId = idle });
        cloud.Pass(20 * 60);
        await cloud.Control(HttpMethod.Post, "workspaces/40233/auto-shutdown-policy", new { minutes = (int?)null });
        cloud.Pass(7200);
        Assert.Equal("Running", await cloud.Status(idle));
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Control(HttpMethod.Post, "workspaces/1/auto-shutdown-policy", new { minutes = 1, cpuPercent = 1 })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await cloud.Control(HttpMethod.Post, "workspaces/268/auto-shutdown-policy", new { minutes = 0, cpuPercent = 1 })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await cloud.Control(HttpMethod.Post, "workspaces/268/auto-shutdown-policy", new { minutes = 5 })).Status);
    }

    [Fact]
    public async Task The_demo_has_a_policy_in_one_workspace_and_keeps_its_forgotten_notebooks()
    {
        await using var cloud = await DemoCloud.StartAsync();
        var played = cloud.World.Notebooks.All.First(n => n.Spec.Name == "sdxl_playground").Id;
        Assert.Equal(60, Number((await Query(cloud, played))[0].GetProperty("Conditions")[0], "IdleDuration"));
        cloud.Pass(26 * 3600);
        var notebooks = cloud.World.Notebooks.All.ToDictionary(n => n.Spec.Name);
        Assert.All(["dpo_explore", "prompt_lab", "ctr_features"], name => Assert.True(notebooks[name].IsRunning, name));
        Assert.Equal("Workspace", (await Query(cloud, notebooks["video_tag_dev"].Id))[0].GetProperty("Conditions")[0].GetProperty("SourceType").GetString());
    }

    [Fact]
    public async Task A_countdown_before_the_stop_is_told_and_ended_by_work()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        await cloud.Load(id, 0, 0);
        await cloud.Control(HttpMethod.Post, "workspaces/268/auto-shutdown-policy", new { minutes = 10, cpuPercent = 1, delaySeconds = 330, enableSkip = true });
        cloud.Pass(10 * 60);
        var before = (await Query(cloud, id))[0].GetProperty("Conditions")[0].GetProperty("Context");
        Assert.Equal(["IdleDuration", "IdleShutdownRemainingSeconds"], before.EnumerateObject().Select(p => p.Name));
        cloud.Pass(60 + 30);
        var counting = (await Query(cloud, id))[0].GetProperty("Conditions")[0].GetProperty("Context");
        Assert.Equal((300, true, false), (counting.GetProperty("DelayShutdownCountdownSeconds").GetInt32(), counting.GetProperty("EnableSkip").GetBoolean(), counting.TryGetProperty("IdleShutdownRemainingSeconds", out _)));
        await cloud.Load(id, 50, 0);
        cloud.Pass(600);
        Assert.Equal("Running", await cloud.Status(id));
        await cloud.Load(id, 0, 0);
        cloud.Pass(11 * 60 + 270);
        Assert.Equal("Running", await cloud.Status(id));
        cloud.Pass(90);
        Assert.Equal("Stopped", await cloud.Status(id));
    }

    [Fact]
    public async Task A_gap_in_the_metrics_is_not_idleness()
    {
        await using var cloud = await TestCloud.StartAsync();
        var id = await cloud.Running();
        await cloud.Load(id, 1, 0);
        await cloud.Cull(id, 60);
        cloud.Pass(50 * 60);
        var gap = await cloud.Control(HttpMethod.Post, $"notebooks/{id}/metrics-gap", new { minutes = 15 });
        Assert.Equal(15, (gap.Body.GetProperty("until").GetDateTimeOffset() - gap.Body.GetProperty("from").GetDateTimeOffset()).TotalMinutes);
        cloud.Pass(5 * 60);
        Assert.Equal("0", (await cloud.Dsw("GetIdleInstanceCuller", new { InstanceId = id })).Text("IdleTimeInMinutes"));
        Assert.Equal(-1, Number((await Query(cloud, id))[0].GetProperty("Conditions")[0], "IdleDuration"));
        cloud.Pass(70 * 60);
        Assert.Equal("Running", await cloud.Status(id));
        cloud.Pass(60);
        Assert.Equal("Stopping", await cloud.Status(id));

        var points = (await cloud.Dsw("GetInstanceMetrics", new { InstanceId = id, MetricType = "CpuCoreUsage", TimeStep = "1m", StartTime = "2020-01-01T00:00:00Z", EndTime = "2020-01-01T00:00:00Z" })).Body.GetProperty("PodMetrics")[0].GetProperty("Metrics");
        Assert.Equal(0, points.GetArrayLength());
        var from = gap.Body.GetProperty("from").GetDateTimeOffset().ToUnixTimeSeconds();
        var times = (await cloud.Dsw("GetInstanceMetrics", new { InstanceId = id, MetricType = "CpuCoreUsage", TimeStep = "1m", StartTime = gap.Body.GetProperty("from").GetDateTimeOffset().AddMinutes(-30).ToString("O") }))
            .Body.GetProperty("PodMetrics")[0].GetProperty("Metrics").EnumerateArray().Select(p => p.GetProperty("Time").GetInt64()).ToList();
        Assert.DoesNotContain(times, t => t > from && t <= from + 900);
        Assert.Contains(times, t => t <= from);
        Assert.Contains(times, t => t > from + 900);
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Control(HttpMethod.Post, "notebooks/dsw-none/metrics-gap", new { minutes = 1 })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await cloud.Control(HttpMethod.Post, $"notebooks/{id}/metrics-gap", new { minutes = 0 })).Status);
    }

    private static Task<Answer> Ask(TestCloud cloud, params string[] ids) => cloud.Dsw("QueryAutoShutdownPolicies", body: new { InstanceIds = ids });

    private static async Task<JsonElement[]> Query(TestCloud cloud, params string[] ids) => [.. (await Ask(cloud, ids)).Body.GetProperty("AutoShutdownPolicies").EnumerateArray()];

    private static int Number(JsonElement condition, string name) => condition.GetProperty("Context").GetProperty(name).GetInt32();
}
