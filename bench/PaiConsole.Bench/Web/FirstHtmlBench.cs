using System.Text.RegularExpressions;
using PaiConsole.Bench.Harness;

namespace PaiConsole.Bench.Web;

/// <summary>
/// G6: the first HTML of the jobs page, signed in and warm, against a static page of fifty rows and against the page on
/// which Hangfire's own dashboard lists fifty finished jobs.
/// </summary>
internal sealed partial class FirstHtmlBench : IBench
{
    private const int Rounds = Contest.LeastRounds;
    private const int Times = 10;
    private const int WarmUp = 600;

    // The kernel counts processor time in hundredths of a second.
    private const int PerSample = 50;

    public string Id => "G6";

    public async Task RunAsync(Report report, CancellationToken ct)
    {
        report.Title("G6  first HTML of the jobs page, signed in, warm, one at a time");
        await using var few = await Ground.OpenAsync(1_000, ct);
        await using var many = await Ground.OpenAsync(100_000, ct);
        await using var rows = await RunningProgram.FloorAsync("rows", "/rows", ct);
        await using var hangfire = await RunningProgram.FloorAsync("hangfire", HangfirePage, ct);
        await using var small = await RunningProgram.ConsoleAsync(few.Database, few.Cloud, "/login", null, null, ct);
        await using var large = await RunningProgram.ConsoleAsync(many.Database, many.Cloud, "/login", null, null, ct);
        await small.SignInAsync(ct);
        await large.SignInAsync(ct);

        Func<CancellationToken, Task>[] sides =
        [
            stop => ReadAsync(rows, "/rows", 50, Row(), stop),
            stop => ReadAsync(hangfire, HangfirePage, 50, HangfireRow(), stop),
            stop => ReadAsync(small, "/jobs", 50, Row(), stop),
            stop => ReadAsync(large, "/jobs", 50, Row(), stop),
        ];
        // Until the compiler has done its work: what is measured is a console that has been up for a while.
        foreach (var side in sides)
            for (var time = 0; time < WarmUp; time++)
                await side(ct);

        (RunningProgram Program, Func<CancellationToken, Task> Read)[] programs = [(rows, sides[0]), (hangfire, sides[1]), (small, sides[2]), (large, sides[3])];
        var processor = programs.Select(_ => new Series()).ToArray();
        var contest = await Contest.RunAsync(Rounds, Times, ct, sides);
        report.Ratio("100,000 jobs, to a static page of 50 rows", contest[0], contest[3], 6);
        report.Ratio("100,000 jobs, to Hangfire's page of 50 jobs", contest[1], contest[3], 3);
        report.Ratio("100,000 jobs to 1,000 jobs", contest[2], contest[3], 1.5);
        for (var round = 0; round < Contest.LeastRounds; round++)
            foreach (var (at, (program, read)) in programs.Index())
            {
                var before = program.Processor;
                for (var time = 0; time < PerSample; time++)
                    await read(ct);
                processor[at].Add((program.Processor - before) / PerSample);
            }
        report.Ratio("processor time, to a static page of 50 rows", processor[0], processor[3], 6);
        report.Ratio("processor time, to Hangfire's page of 50 jobs", processor[1], processor[3], 3);
        report.Ratio("processor time, 100,000 jobs to 1,000 jobs", processor[2], processor[3], 1.5);
        var bytes = (await large.Client.GetByteArrayAsync("/jobs", ct)).Length;
        report.Note($"The console's HTML is {bytes:N0} bytes, the static page's {(await rows.Client.GetByteArrayAsync("/rows", ct)).Length:N0}.");
    }

    private const string HangfirePage = "/hangfire/jobs/succeeded?from=0&count=50";

    private static async Task ReadAsync(RunningProgram program, string path, int least, Regex row, CancellationToken ct)
    {
        var html = await program.Client.GetStringAsync(path, ct);
        if (row.Count(html) < least)
            throw new InvalidOperationException($"{path} shows {row.Count(html)} rows instead of {least}.");
    }

    [GeneratedRegex("data-testid=\"row\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("class=\"js-jobs-list-row", RegexOptions.ExplicitCapture)]
    private static partial Regex HangfireRow();
}
