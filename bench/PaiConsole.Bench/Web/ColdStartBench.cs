using System.Diagnostics;
using System.Net;
using PaiConsole.Bench.Harness;

namespace PaiConsole.Bench.Web;

/// <summary>
/// G10: from the start of the process to the jobs page, over a database that needs no migration, against a MudBlazor page
/// with nothing on it. The console was stopped in order before, or killed: only then must it look through the whole file.
/// </summary>
internal sealed class ColdStartBench : IBench
{
    private const int Rounds = Contest.LeastRounds;

    public string Id => "G10";

    public async Task RunAsync(Report report, CancellationToken ct)
    {
        report.Title("G10  cold start to the first page");
        await using var few = await Ground.OpenAsync(1_000, ct);
        await using var many = await Ground.OpenAsync(100_000, ct);
        await using var killed = await many.CopyAsync(ct);
        var cookies = new CookieContainer();

        var floor = new Turns();
        var small = new Turns();
        var large = new Turns();
        var after = new Turns();
        for (var round = -1; round < Rounds; round++)
        {
            await floor.TakeAsync(round, () => RunningProgram.FloorAsync("mud", "/mud", ct), program => program.StopAsync(ct));
            await small.TakeAsync(round, () => ConsoleAsync(few, cookies, ct), program => program.StopAsync(ct));
            await large.TakeAsync(round, () => ConsoleAsync(many, cookies, ct), program => program.StopAsync(ct));
            await after.TakeAsync(round, () => ConsoleAsync(killed, cookies, ct), program => program.KillAsync());
        }
        report.Ratio("100,000 jobs, stopped before, to an empty MudBlazor page", floor.Clock, large.Clock, 1.8);
        report.Ratio("the same in processor time", floor.Processor, large.Processor, 1.8);
        report.Ratio("100,000 jobs to 1,000 jobs, stopped before", small.Clock, large.Clock, 1.1);
        report.Ratio("the same in processor time", small.Processor, large.Processor, 1.1);
        report.Note($"100,000 jobs, killed before: {after.Clock.Median:N0} ms, of the processor {after.Processor.Median:N0} ms; the whole file is checked first.");
    }

    // In the warm-up round nobody is signed in yet: the cookies that it leaves serve all the others.
    private static async Task<RunningProgram> ConsoleAsync(Ground ground, CookieContainer cookies, CancellationToken ct)
    {
        if (cookies.Count > 0)
            return await RunningProgram.ConsoleAsync(ground.Database, ground.Cloud, "/jobs", cookies, null, ct);
        var program = await RunningProgram.ConsoleAsync(ground.Database, ground.Cloud, "/login", cookies, null, ct);
        await program.SignInAsync(ct);
        return program;
    }

    private sealed class Turns
    {
        public Series Clock { get; } = new();
        public Series Processor { get; } = new();

        public async Task TakeAsync(int round, Func<Task<RunningProgram>> start, Func<RunningProgram, Task> stop)
        {
            var since = Stopwatch.GetTimestamp();
            await using var program = await start();
            var (clock, processor) = (Stopwatch.GetElapsedTime(since).TotalMilliseconds, program.Processor);
            if (round >= 0)
            {
                Clock.Add(clock);
                Processor.Add(processor);
            }
            await stop(program);
        }
    }
}
