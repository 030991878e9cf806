using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace PaiConsole.EndToEnd.Tests;

/// <summary>A 4 × 4 sweep from the form to its end: seen before the click, compared, stopped at once.</summary>
public sealed class SweepTests(ConsoleFixture console)
{
    private const float Patience = 60_000;
    private static readonly LocatorAssertionsToHaveCountOptions _patient = new() { Timeout = Patience };

    [Fact]
    public async Task Sixteen_jobs_are_foreseen_submitted_compared_and_stopped()
    {
        var page = await console.OpenAsync("/jobs/sweeps/new");
        await page.GetByTestId("name").FillAsync("tune");
        await page.GetByTestId("image").FillAsync("dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch:2.6.0-gpu-py312-cu126-ubuntu22.04");
        await page.GetByTestId("command").FillAsync("sleep 86400 --learning_rate=1e-3");
        await page.GetByTestId("sku").First.FillAsync("ecs.gn7i-c8g1.2xlarge");
        await page.GetByTestId("parameter-name").First.FillAsync("--learning_rate");
        await page.GetByTestId("parameter-values").First.FillAsync("1e-5\n5e-5\n1e-4\n2e-4");
        await page.GetByTestId("parameter-add").ClickAsync();
        await page.GetByTestId("parameter-name").Nth(1).FillAsync("SEED");
        await page.GetByTestId("parameter-values").Nth(1).FillAsync("1\n2\n3\n3");
        await Expect(page.GetByTestId("parameter-fault").First).ToContainTextAsync("the same", new() { Timeout = Patience });
        await Expect(page.GetByTestId("submit")).ToBeDisabledAsync();
        await page.GetByTestId("parameter-values").Nth(1).FillAsync("1\n2\n3\n4");
        await Expect(page.GetByTestId("combination")).ToHaveCountAsync(16, _patient);
        await Expect(page.GetByTestId("sweep-count")).ToHaveTextAsync("16");

        await page.GetByTestId("submit").ClickAsync();
        await page.WaitForURLAsync("**/jobs/sweeps/sweep-*", new() { Timeout = Patience });
        await Expect(page.GetByTestId("sweep-line")).ToHaveCountAsync(16, _patient);
        await Expect(page.Locator("[data-testid=sweep-line] a")).ToHaveCountAsync(16, _patient);
        console.Emulator.World.Advance(TimeSpan.FromMinutes(5));
        await Expect(page.GetByTestId("sweep-states")).ToContainTextAsync("16 Running", new() { Timeout = Patience });

        await page.GetByTestId("compare").ClickAsync();
        await Expect(page.Locator("[data-testid=compared]")).ToHaveCountAsync(2, _patient);
        await Expect(page.Locator("[data-testid=measure][data-name=cost]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-testid=measure][data-name=gpu]")).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.GoBackAsync();

        await page.GetByTestId("stop-sweep").ClickAsync(new() { Timeout = Patience });
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("sweep-notice")).ToContainTextAsync("16 jobs", new() { Timeout = Patience });
        console.Emulator.World.Advance(TimeSpan.FromMinutes(1));
        await Expect(page.GetByTestId("sweep-states")).ToContainTextAsync("16 Stopped", new() { Timeout = Patience });
        await Expect(page.GetByTestId("sweep-cost")).ToContainTextAsync("¥");
    }
}
