using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using PaiConsole.Emulator.Tests.OfficialClients;
using static Microsoft.Playwright.Assertions;

namespace PaiConsole.EndToEnd.Tests;

/// <summary>What happens in the cloud is seen on an open page.</summary>
public sealed class LiveTests(ConsoleFixture console)
{
    private static readonly TimeSpan _promised = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_job_created_by_alibabas_client_is_in_the_open_list_within_three_seconds()
    {
        var world = console.Emulator.World;
        var page = await console.OpenAsync("/jobs");
        await Expect(page.GetByTestId("row").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.EvaluateAsync("() => { window.opened = true; }");
        // Watched in the browser, so that what is measured is what a person sees and not how often a test looks.
        await page.EvaluateAsync(
            """
            () => {
              const shown = new Set([...document.querySelectorAll('[data-testid=row]')].map(row => row.dataset.id));
              const look = () => {
                const row = [...document.querySelectorAll('[data-testid=row]')].find(row => !shown.has(row.dataset.id));
                window.arrived ??= row && { id: row.dataset.id, at: Date.now() };
              };
              new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
            }
            """);
        var answer = Assert.Single(await OfficialClient.DriveAsync(console.Emulator, only: ["pai-dlc/CreateJob"]));
        Assert.Equal(200, answer.Status);
        var id = answer.Body!.Value.GetProperty("JobId").GetString()!;

        await Expect(page.Locator($"[data-testid=row][data-id={id}]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.True(await page.EvaluateAsync<bool>("() => window.opened"), "The page was loaded again.");
        Assert.Equal(id, await page.EvaluateAsync<string>("() => window.arrived.id"));
        // The call is kept in world time, which runs at the pace of the real one.
        var call = world.Requests.List("CreateJob")[^1];
        var received = TimeProvider.System.GetUtcNow() - (world.Clock.Now - call.At);
        var took = DateTimeOffset.FromUnixTimeMilliseconds(await page.EvaluateAsync<long>("() => window.arrived.at")) - received;
        TestContext.Current.TestOutputHelper!.WriteLine($"From the call to the row: {took.TotalSeconds:0.00} s");
        Assert.InRange(took, TimeSpan.FromMilliseconds(-50), _promised);
    }

    [Fact]
    public async Task A_stop_is_sent_once_and_confirmed_only_after_the_cloud_says_stopped()
    {
        var world = console.Emulator.World;
        var page = await console.OpenAsync("/jobs?status=Running");
        var row = page.GetByTestId("row").First;
        await Expect(row).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var id = (await row.GetAttributeAsync("data-id"))!;
        await page.VisitAsync($"/jobs/{id}?tab=operations");
        var operation = page.GetByTestId("operation").First.GetByTestId("operation-status");

        // While the world stands still the job cannot have stopped, so nothing may be confirmed.
        world.Clock.SetSpeed(0);
        try
        {
            await page.GetByTestId("stop").First.ClickAsync(new() { Timeout = 30_000 });
            await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("/h", new() { Timeout = 30_000 });
            await page.GetByTestId("confirm").DblClickAsync();
            await Expect(page.GetByTestId("status").First).ToContainTextAsync("Stopping", new() { Timeout = 30_000 });
            await Expect(operation).ToHaveAttributeAsync("data-status", "Sent");
        }
        finally
        {
            world.Clock.SetSpeed(1);
        }
        world.Advance(TimeSpan.FromMinutes(1));
        await Expect(operation).ToHaveAttributeAsync("data-status", "Confirmed", new() { Timeout = 30_000 });
        await Expect(page.GetByTestId("status").First).ToContainTextAsync("Stopped");
        Assert.Single(world.Requests.List("StopJob"), call => call.Path.Contains(id, StringComparison.Ordinal));
    }
}
