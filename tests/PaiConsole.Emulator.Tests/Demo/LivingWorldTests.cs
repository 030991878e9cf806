using PaiConsole.Emulator.Dlc;

namespace PaiConsole.Emulator.Tests.Demo;

public sealed class LivingWorldTests(ITestOutputHelper output)
{
    [Fact]
    public void Something_happens_every_minute_or_so()
    {
        var world = DemoCloud.Sown(DemoCloud.Wednesday);
        var last = Picture(world);
        var quiet = new List<int> { 0 };
        var changes = 0;
        for (var second = 10; second <= 3600; second += 10)
        {
            world.Advance(TimeSpan.FromSeconds(10));
            var now = Picture(world);
            quiet[^1] += 10;
            if (now == last)
                continue;
            (last, changes) = (now, changes + 1);
            quiet.Add(0);
        }

        output.WriteLine($"{changes} of 360 looks saw a change, {quiet.Average():F0} s apart on average, {quiet.Max()} s at most");
        Assert.InRange(quiet.Average(), 10, 60);
        Assert.True(quiet.Max() <= 180);
    }

    [Fact]
    public void Running_jobs_end_and_new_ones_come()
    {
        var world = DemoCloud.Sown(DemoCloud.Wednesday);
        var before = Active(world).ToHashSet();
        world.Advance(TimeSpan.FromHours(1));
        Assert.InRange(before.Count(j => j.IsFinal), 3, 15);
        Assert.InRange(world.Jobs.Count, 310, 360);
        Assert.Contains(world.Jobs.Ordered.TakeLast(30), j => j.Status == "Succeeded");
    }

    [Fact]
    public void A_week_later_it_is_about_as_busy_as_before()
    {
        var world = DemoCloud.Sown(DemoCloud.Wednesday);
        world.Advance(TimeSpan.FromDays(7));
        var (jobs, notebooks) = (Active(world).Count(j => j.Status == "Running"), world.Notebooks.All.Count(n => n.IsRunning));
        output.WriteLine($"{world.Jobs.Count} jobs, {jobs} running; {notebooks} notebooks running");
        Assert.InRange(jobs, 5, 30);
        Assert.InRange(notebooks, 6, 20);
        Assert.Equal(25, world.Services.Count);
    }

    [Fact]
    public void What_happens_is_the_same_every_time()
    {
        var (one, two) = (DemoCloud.Sown(DemoCloud.Wednesday), DemoCloud.Sown(DemoCloud.Wednesday));
        one.Advance(TimeSpan.FromHours(3));
        for (var i = 0; i < 180; i++)
            two.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Picture(one), Picture(two));
        Assert.Equal(one.Jobs.Ordered.Select(j => j.Id), two.Jobs.Ordered.Select(j => j.Id));
    }

    private static IReadOnlyCollection<Job> Active(World.World world) => world.Do(() => world.Jobs.Active.ToList());

    private static string Picture(World.World world) => world.Do(() => string.Join('\n',
        world.Jobs.Ordered.Select(j => j.Id + j.Status)
            .Concat(world.Notebooks.All.Select(n => n.Id + n.Status))
            .Concat(world.Services.All.Select(s => $"{s.Id} {s.Status} {s.Desired}"))));
}
