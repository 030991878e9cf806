using System.Diagnostics;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Scale;

public sealed class LargeWorldTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_hundred_thousand_jobs_are_sown_listed_and_left_alone_by_time()
    {
        var watch = Stopwatch.StartNew();
        await using var cloud = await TestCloud.StartAsync(o => (o.Seed, o.Jobs, o.Services, o.Notebooks) = ("large", 100_000, 0, 500));
        output.WriteLine($"sown and listening in {watch.Elapsed.TotalSeconds:F2} s, {GC.GetTotalMemory(true) / 1e6:F0} MB");

        // Finished jobs plan nothing, so that time costs what is active and not what exists.
        Assert.InRange(cloud.World.Planned, 1, 200);

        var all = new { PageSize = 100, StartTime = "2020-01-01T00:00:00Z" };
        Assert.Equal("100000", (await cloud.Dlc("ListJobs", all)).Text("TotalCount"));
        Assert.InRange(int.Parse((await cloud.Dlc("ListJobs", new { Status = "Running" })).Text("TotalCount")!), 30, 50);

        watch.Restart();
        var octets = 0L;
        for (var i = 1; i <= 300; i++)
            octets += await cloud.Read("/api/v1/jobs", "ListJobs", new() { ["PageSize"] = "100", ["PageNumber"] = $"{i}", ["StartTime"] = "2020-01-01T00:00:00Z" });
        output.WriteLine($"ListJobs, pages of 100, one caller: {300 / watch.Elapsed.TotalSeconds:F0} requests/s of {octets / 300 / 1024} KiB");

        watch.Restart();
        cloud.Pass(3 * 86400);
        output.WriteLine($"three days passed in {watch.Elapsed.TotalMilliseconds:F0} ms");
    }
}
