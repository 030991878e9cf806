using PaiConsole.Bench.Harness;

namespace PaiConsole.Bench.Web;

/// <summary>
/// G8: what an open jobs page keeps in memory, against a page that holds one word; whether it is given back when the page
/// is closed; and whether anything stays behind page after page. One round each: every figure is a sum over many pages.
/// </summary>
internal sealed class CircuitMemoryBench : IBench
{
    private const int Pages = 100;
    private const int Cycles = 5;
    private const int PagesPerCycle = 40;

    public string Id => "G8";

    public async Task RunAsync(Report report, CancellationToken ct)
    {
        report.Title($"G8  memory of an open jobs page, {Pages} at once");
        await using var ground = await Ground.OpenAsync(10_000, ct);
        await using var hello = await RunningProgram.FloorAsync("hello", "/hello", ct);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Circuits__PerUser"] = "500", ["Circuits__Total"] = "500" };
        await using var console = await RunningProgram.ConsoleAsync(ground.Database, ground.Cloud, "/login", null, settings, ct);
        await console.SignInAsync(ct);

        var floor = await MeasureAsync(hello, "/hello", ct);
        var product = await MeasureAsync(console, "/jobs", ct);
        report.Ratio("managed memory per page", "KiB", floor.Managed, product.Managed, 4);
        report.Ratio("resident memory per page", "KiB", floor.Resident, product.Resident, 2.5);
        report.Ratio("managed memory after all were closed, to before", "MiB", product.Before, product.After, 1.15);

        var levels = new List<double>();
        for (var cycle = 0; cycle <= Cycles; cycle++)
        {
            await CloseAsync(await OpenAsync(console, "/jobs", PagesPerCycle, ct));
            await SettleAsync(ct);
            levels.Add((await console.MemoryAsync(ct)).Managed);
        }
        var slope = (levels[^1] - levels[0]) / 1_024 / (Cycles * PagesPerCycle);
        report.Note($"Left behind by each page opened and closed, over {Cycles * PagesPerCycle} of them: {slope:0.0} KiB of managed memory.");
    }

    private static async Task<(double Managed, double Resident, double Before, double After)> MeasureAsync(RunningProgram program, string path, CancellationToken ct)
    {
        await CloseAsync(await OpenAsync(program, path, 20, ct)); // what the first pages cost is not theirs
        await SettleAsync(ct);
        var before = await program.MemoryAsync(ct);
        var pages = await OpenAsync(program, path, Pages, ct);
        await SettleAsync(ct);
        var open = await program.MemoryAsync(ct);
        await CloseAsync(pages);
        await SettleAsync(ct);
        var after = await program.MemoryAsync(ct);
        return ((open.Managed - before.Managed) / 1_024 / Pages, (open.Resident - before.Resident) / 1_024 / Pages,
            before.Managed / 1_048_576, after.Managed / 1_048_576);
    }

    private static async Task<List<OpenPage>> OpenAsync(RunningProgram program, string path, int count, CancellationToken ct)
    {
        var pages = new List<OpenPage>();
        for (var i = 0; i < count; i++)
            pages.Add(await OpenPage.OpenAsync(program, path, ct));
        return pages;
    }

    private static async Task CloseAsync(List<OpenPage> pages)
    {
        foreach (var page in pages)
            await page.DisposeAsync();
    }

    // Circuits are taken down after their connections.
    private static Task SettleAsync(CancellationToken ct) => Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, ct);
}
