using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaiConsole.Emulator;
using PaiConsole.Emulator.Tests.OfficialClients;
using PaiConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace PaiConsole.EndToEnd.Tests;

/// <summary>A list far longer than the screen is one list: no pages, no gaps, nothing jumps.</summary>
public sealed class LongListTests(ConsoleFixture shared) : IAsyncLifetime
{
    // As long as the suite can afford; the table keeps no more rows for 100,000.
    private const int Jobs = 5_000;
    private static readonly LocatorAssertionsToBeVisibleOptions _patient = new() { Timeout = 30_000 };

    private RunningConsole _console = null!;

    public async ValueTask InitializeAsync() =>
        _console = await RunningConsole.StartAsync(shared.Browser, new EmulatorOptions { Seed = "large", Jobs = Jobs, Notebooks = 20, Services = 5 });

    public ValueTask DisposeAsync() => _console.DisposeAsync();

    [Fact]
    public async Task It_opens_filters_sorts_and_scrolls_to_its_end_and_back()
    {
        var page = await _console.OpenAsync("/jobs");
        var table = page.GetByTestId("table");
        await Expect(table.Locator("table")).ToHaveAttributeAsync("aria-rowcount", Jobs.ToString(CultureInfo.InvariantCulture), new() { Timeout = 60_000 });
        await WatchShiftsAsync(page);

        await ScrollAsync(page, "box.scrollHeight");
        var last = await FilledAsync(page);
        await ScrollAsync(page, "box.scrollHeight / 2");
        await FilledAsync(page);
        await StaysAsync(page);
        await ScrollAsync(page, "0");
        var first = await FilledAsync(page);
        Assert.NotEqual(first, last);
        // A fraction of a pixel, where the widths of the columns are rounded, moves nothing that anybody sees; the browser's own limit is 0.1.
        Assert.InRange(await page.EvaluateAsync<double>("() => window.shift"), 0, 0.0005);

        await page.Locator("[data-sort=name]").ClickAsync();
        await Expect(page.Locator("th[data-column=name]")).ToHaveAttributeAsync("aria-sort", "ascending", new() { Timeout = 30_000 });
        await ScrollAsync(page, "box.scrollHeight");
        await FilledAsync(page);
        var names = await page.GetByTestId("row").Locator("td a").AllInnerTextsAsync();
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names, StringComparer.OrdinalIgnoreCase);

        await page.GetByTestId("filter-failed").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("status=Failed", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 30_000 });
        await Expect(page.GetByTestId("row").First.GetByTestId("status")).ToHaveAttributeAsync("data-status", "Failed", new() { Timeout = 30_000 });
        await FilledAsync(page);
        Assert.All(await page.GetByTestId("row").GetByTestId("status").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.status)"), word => Assert.Equal("Failed", word));
        Assert.InRange(await page.GetByTestId("row").CountAsync(), 1, 200);
    }

    // What the browser itself counts as layout shift, from now on.
    private static Task WatchShiftsAsync(IPage page) => page.EvaluateAsync(
        """
        () => {
          window.shift = 0;
          new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift' });
        }
        """);

    private static Task ScrollAsync(IPage page, string to) =>
        page.GetByTestId("table").EvaluateAsync($"box => {{ box.scrollTop = {to}; }}");

    // A job that comes in above does not move what is being read.
    private async Task StaysAsync(IPage page)
    {
        var id = await FilledAsync(page);
        var row = page.Locator($"[data-testid=row][data-id={id}]");
        var before = await row.EvaluateAsync<double>("row => row.getBoundingClientRect().top");
        await OfficialClient.DriveAsync(_console.Emulator, only: ["pai-dlc/CreateJob"]);
        await Expect(page.GetByTestId("table").Locator("table")).ToHaveAttributeAsync("aria-rowcount", (Jobs + 1).ToString(CultureInfo.InvariantCulture), new() { Timeout = 30_000 });
        Assert.Equal(before, await row.EvaluateAsync<double>("row => row.getBoundingClientRect().top"));
    }

    /// <summary>Waits until there are rows from the heads down to the totals.</summary>
    /// <returns>Id of the row in the middle.</returns>
    private static async Task<string> FilledAsync(IPage page)
    {
        var middle = await page.WaitForFunctionAsync(
            """
            () => {
              const box = document.querySelector('[data-testid=table]');
              const top = box.querySelector('thead th').getBoundingClientRect().bottom;
              const bottom = box.querySelector('tfoot td').getBoundingClientRect().top;
              const x = box.getBoundingClientRect().left + 100;
              const at = y => document.elementFromPoint(x, y)?.closest('[data-testid=row]')?.dataset.id;
              for (let y = top + 4; y < bottom - 4; y += 18)
                if (!at(y)) return false;
              return at((top + bottom) / 2);
            }
            """);
        return (await middle.JsonValueAsync<string>())!;
    }
}
