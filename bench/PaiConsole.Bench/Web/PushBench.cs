using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using PaiConsole.Bench.Engine;
using PaiConsole.Bench.Harness;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Emulator;

namespace PaiConsole.Bench.Web;

/// <summary>
/// G7: from the commit of a changed status to its word in an open page of a real Chromium, against an event inside the
/// process that one bare page shows; alone, and with 49 other pages open on the same list.
/// </summary>
internal sealed class PushBench : IBench
{
    private const int Samples = 40;
    private const int FloorPerSample = 3;
    private const double Window = 100;

    // Stamps the first change of the word under the selector.
    private const string Watch =
        """
        ([selector, old]) => new Promise(seen => {
          const read = () => { const at = document.querySelector(selector); return at && (at.dataset.status ?? at.textContent); };
          const look = () => { if (read() !== old) { watch.disconnect(); seen(performance.timeOrigin + performance.now()); } };
          const watch = new MutationObserver(look);
          watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        })
        """;

    public string Id => "G7";

    public async Task RunAsync(Report report, CancellationToken ct)
    {
        report.Title("G7  from the commit of a changed status to the page");
        await using var emulator = await EmulatorHost.StartAsync(
            new EmulatorOptions { Url = "http://127.0.0.1:0", Seed = "large", Speed = 0, Jobs = 0, Services = 0, Notebooks = 60 }, cancellationToken: ct);
        await using var stage = await Stage.OpenAsync(ct, emulator.Url); // speaks to the cloud; the console has a database of its own
        var file = Path.Combine(Path.GetTempPath(), $"paiconsole-bench-push-{Guid.NewGuid():N}.db");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Sync__ActiveSeconds"] = "1", ["Circuits__PerUser"] = "500", ["Circuits__Total"] = "500" };
        await using var console = await RunningProgram.ConsoleAsync(file, emulator.Url, "/login", null, settings, ct);
        await using var bare = await RunningProgram.FloorAsync("pulse", "/pulse-page", ct);
        await console.SignInAsync(ct);

        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        var page = await (await chromium.NewContextAsync()).NewPageAsync();
        await page.GotoAsync($"{console.Url}/login?t={RunningProgram.Token}&back=/notebooks");
        await page.Locator("[data-live] tr[data-id]").Nth(20).WaitForAsync();
        var pulse = await (await chromium.NewContextAsync()).NewPageAsync();
        await pulse.GotoAsync($"{bare.Url}/pulse-page");
        await pulse.Locator("#pulse[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        await database.OpenAsync(ct);
        var side = new Sides(page, pulse, bare, database, stage.Get<IDswApi>(), emulator);
        await MeasureAsync(report, "alone", side, ct);
        var others = new List<OpenPage>();
        for (var i = 0; i < 49; i++)
        {
            others.Add(await OpenPage.OpenAsync(console, "/notebooks", ct));
            others.Add(await OpenPage.OpenAsync(bare, "/pulse-page", ct));
        }
        await MeasureAsync(report, "with 49 others", side, ct);
        foreach (var other in others)
            await other.DisposeAsync();
        await console.KillAsync();
        await database.CloseAsync();
        foreach (var left in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
            File.Delete(left);
    }

    private static async Task MeasureAsync(Report report, string how, Sides side, CancellationToken ct)
    {
        var (floor, product) = (new Series(), new Series());
        for (var sample = -2; sample < Samples; sample++)
        {
            for (var time = 0; time < FloorPerSample; time++)
            {
                var beat = await side.BeatAsync(ct);
                if (sample >= 0)
                    floor.Add(beat);
            }
            var change = await side.ChangeAsync(ct);
            if (sample >= 0)
                product.Add(change);
        }
        report.Note(string.Create(
            CultureInfo.InvariantCulture, $"{how}: floor {floor.Median:0.0} ms, 99 % {floor.Quantile(0.99):0.0} ms, of {floor.Count}; product of {product.Count}"));
        report.AtMost($"{how}, half of all changes", "ms", product.Median, Window / 2 + 3 * floor.Median);
        report.AtMost($"{how}, 99 % of them", "ms", product.Quantile(0.99), Window + 5 * floor.Quantile(0.99));
    }

    private sealed class Sides(IPage page, IPage pulse, RunningProgram bare, SqliteConnection database, IDswApi dsw, EmulatorHost emulator)
    {
        private int _turn;
        private string _beaten = "";

        /// <summary>Milliseconds from an event to the bare page.</summary>
        public async Task<double> BeatAsync(CancellationToken ct)
        {
            var seen = pulse.EvaluateAsync<double>(Watch, new[] { "#pulse", _beaten });
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ct); // until it watches
            _beaten = (++_turn).ToString(CultureInfo.InvariantCulture);
            using var answer = await bare.Client.PostAsync($"/pulse?text={_beaten}", null, ct);
            return await seen - double.Parse(await answer.Content.ReadAsStringAsync(ct), CultureInfo.InvariantCulture);
        }

        /// <summary>Milliseconds from the commit of a status that changed in the cloud to its row in the page.</summary>
        public async Task<double> ChangeAsync(CancellationToken ct)
        {
            // A row in sight that is at rest; where none is left, time goes on until some are.
            var chips = page.Locator("tr[data-id]:nth-child(-n+20)").Filter(new() { Has = page.Locator("[data-status=Running], [data-status=Stopped]") });
            while (await chips.CountAsync() == 0)
            {
                emulator.World.Clock.Advance(TimeSpan.FromMinutes(30));
                await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, ct);
            }
            var id = (await chips.Nth(_turn % await chips.CountAsync()).GetAttributeAsync("data-id"))!;
            var old = await StatusAsync(id, ct);
            var seen = page.EvaluateAsync<double>(Watch, new[] { $"tr[data-id=\"{id}\"] [data-testid=status]", old });
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ct);
            if (old == "Running")
                await dsw.StopInstanceAsync(id, saveImage: false, ct);
            else
                await dsw.StartInstanceAsync(id, ct);
            // The last time that the old word was read is before the commit, by a millisecond at most.
            double before;
            do
            {
                before = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
                Thread.Sleep(1);
            }
            while (await StatusAsync(id, ct) == old);
            return await seen - before;
        }

        private async Task<string> StatusAsync(string id, CancellationToken ct)
        {
            await using var command = database.CreateCommand();
            command.CommandText = """SELECT "StatusWord" FROM "notebooks" WHERE "Id" = @id""";
            command.Parameters.AddWithValue("@id", id);
            return (string)(await command.ExecuteScalarAsync(ct))!;
        }
    }
}
