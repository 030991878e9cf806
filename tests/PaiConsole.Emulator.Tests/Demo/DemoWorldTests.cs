using System.Diagnostics;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Demo;

public sealed class DemoWorldTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_team_lives_in_it()
    {
        await using var cloud = await DemoCloud.StartAsync();
        var counts = cloud.World.Counts();
        output.WriteLine(string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}")));
        Assert.Equal((40, 300, 25), (counts["notebooks"], counts["jobs"], counts["services"]));
        Assert.Equal((3, 10, 1), (counts["workspaces"], counts["datasets"], counts["groups"]));

        var notebooks = Statuses(cloud.World.Do(() => cloud.World.Notebooks.All.Select(n => n.Status).ToList()));
        Assert.InRange(notebooks["Running"], 10, 14);
        Assert.Equal((1, 1), (notebooks["Failed"], notebooks["Queuing"]));
        var jobs = Statuses(cloud.World.Do(() => cloud.World.Jobs.Ordered.Select(j => j.Status).ToList()));
        Assert.Equal((12, 6), (jobs["Running"], jobs["Queuing"] + jobs["EnvPreparing"]));
        Assert.InRange(jobs["Succeeded"], 205, 245);
        Assert.InRange(jobs["Failed"], 28, 58);
        Assert.InRange(jobs["Stopped"], 8, 40);
        var services = Statuses(cloud.World.Do(() => cloud.World.Services.All.Select(s => s.Status).ToList()));
        Assert.Equal((1, 1, 3, 20), (services["Failed"], services["Updating"], services["Stopped"], services["Running"]));

        Dictionary<string, int> Statuses(List<string> all)
        {
            var counted = all.CountBy(s => s).ToDictionary();
            output.WriteLine(string.Join(", ", counted.Select(c => $"{c.Key} {c.Value}")));
            return counted;
        }
    }

    [Fact]
    public void It_is_sown_in_less_than_two_seconds()
    {
        World.World world = new(DemoCloud.Options, new FixedTime(DemoCloud.Wednesday));
        var watch = Stopwatch.StartNew();
        world.Do(() => World.Seeds.Sow(world));
        output.WriteLine($"sown in {watch.Elapsed.TotalMilliseconds:F0} ms");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void The_same_seed_gives_the_same_ids_whenever_it_starts_and_another_seed_others()
    {
        var first = Ids(DemoCloud.Wednesday, 1);
        Assert.Equal(first, Ids(DemoCloud.Wednesday, 1));
        Assert.Equal(first.Order(), Ids(DemoCloud.Wednesday.AddDays(101).AddHours(9), 1).Order());
        Assert.NotEqual(first, Ids(DemoCloud.Wednesday, 2));
    }

    [Fact]
    public void The_past_lies_in_the_past_and_is_in_the_ledger()
    {
        var world = DemoCloud.Sown(DemoCloud.Wednesday);
        var (now, intervals) = (DemoCloud.Wednesday, world.Ledger.Intervals());
        Assert.All(intervals, i => Assert.True(i.From <= now && (i.To is null || (i.To >= i.From && i.To <= now)), $"{i.Kind} {i.Name}: {i.From} to {i.To}"));
        Assert.All(world.Jobs.Ordered, job =>
        {
            Assert.True(job.History.Zip(job.History.Skip(1)).All(h => h.First.Start <= h.Second.Start && h.Second.Start <= now), job.DisplayName);
            Assert.Equal(job.Runs().Count() * job.Request.Roles.Length, intervals.Count(i => i.Id == job.Id));
        });
        Assert.Equal(
            world.Notebooks.All.Where(n => n.IsRunning).Select(n => n.Id).Order(),
            intervals.Where(i => i is { Kind: "notebook", To: null }).Select(i => i.Id).Order());
        Assert.Equal(
            world.Services.All.Where(s => s.Replicas.Running > 0).Select(s => s.Name).Order(),
            intervals.Where(i => i is { Kind: "service", To: null }).Select(i => i.Id).Order());
        Assert.InRange(world.Jobs.Ordered.Count(j => j.Restarts > 0), 5, 60);
        Assert.True(world.Jobs.Ordered.Count(j => j.Created.ToOffset(TimeSpan.FromHours(8)).DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Saturday) < 50);
    }

    [Fact]
    public void The_canary_has_a_tenth_of_its_groups_traffic()
    {
        var world = DemoCloud.Sown(DemoCloud.Wednesday);
        var (stable, canary) = (world.Services.Find("qwen3_chat_stable")!, world.Services.Find("qwen3_chat_canary")!);
        Assert.Equal("customized", stable.Group!.TrafficMode);
        Assert.Same(stable.Group, canary.Group);
        Assert.Equal(0.1, canary.Traffic.Qps(world.Now) / (canary.Traffic.Qps(world.Now) + stable.Traffic.Qps(world.Now)), 3);
        Assert.True(stable.Traffic.Qps(world.Now.AddDays(-2)) > 0);
    }

    private static List<string> Ids(DateTimeOffset at, int seed)
    {
        var world = DemoCloud.Sown(at, seed);
        return [.. world.Jobs.Ordered.Select(j => j.Id + j.DisplayName + j.Status), .. world.Notebooks.All.Select(n => n.Id), .. world.Services.All.Select(s => s.Uid)];
    }
}
