using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace PaiConsole.EndToEnd.Tests;

/// <summary>No page has a serious finding of axe, wide or narrow, light or dark.</summary>
public sealed class AccessibilityTests(ConsoleFixture console)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/notebooks")]
    [InlineData("/notebooks/new")]
    [InlineData("/notebooks/guide")]
    [InlineData("/notebooks/{notebook}")]
    [InlineData("/notebooks/{notebook}?tab=metrics")]
    [InlineData("/notebooks/{notebook}?tab=events")]
    [InlineData("/jobs")]
    [InlineData("/jobs/{job}")]
    [InlineData("/jobs/{job}?tab=logs")]
    [InlineData("/jobs/{job}?tab=pods")]
    [InlineData("/jobs/{job}?tab=metrics")]
    [InlineData("/jobs/{job}?tab=events")]
    [InlineData("/jobs/{job}?tab=operations")]
    [InlineData("/jobs/new")]
    [InlineData("/jobs/new?notebook={notebook}")]
    [InlineData("/services")]
    [InlineData("/services/qwen3_chat_canary")]
    [InlineData("/services/layout_parser?tab=events")]
    [InlineData("/idle", "board")]
    [InlineData("/idle?tab=ahead", "ahead")]
    [InlineData("/idle?tab=bill", "bill")]
    [InlineData("/alerts", "alert")]
    [InlineData("/alerts?tab=snoozed")]
    [InlineData("/alerts?tab=resolved")]
    [InlineData("/activity")]
    [InlineData("/settings")]
    [InlineData("/nowhere")]
    public async Task A_page_has_no_serious_finding(string path, string? shows = null)
    {
        var page = await console.OpenAsync("/nowhere");
        var address = path
            .Replace("{job}", await IdAsync(page, "jobs"), StringComparison.Ordinal)
            .Replace("{notebook}", await IdAsync(page, "notebooks"), StringComparison.Ordinal);
        await page.VisitAsync(address);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        if (shows is not null)
            await Expect(page.GetByTestId(shows).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await ExamineAsync(page);
    }

    [Fact]
    public async Task Signing_in_has_no_serious_finding()
    {
        var page = await console.OpenAsync("/");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/login");
        await ExamineAsync(page);
    }

    private static async Task ExamineAsync(IPage page)
    {
        List<string> found = [];
        // Each width and each scheme once: all four would take a quarter of the whole run.
        foreach (var (width, scheme) in new[] { (1440, ColorScheme.Dark), (390, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var dark = scheme == ColorScheme.Dark;
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", dark ? "dark" : "light", new() { Timeout = 30_000 });
            // Only colours differ in the dark, and they are the same at every width.
            var result = await page.RunAxe(dark ? new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } } : null);
            found.AddRange(
                from violation in result.Violations
                where violation.Impact is "serious" or "critical"
                from node in violation.Nodes
                select $"{width} {scheme}: {violation.Id}: {node.Html}");
        }
        Assert.Empty(found);
    }

    // The newest running one.
    private static async Task<string> IdAsync(IPage page, string kind)
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/{kind}?status=Running&pageSize=1");
        return (await answer.JsonAsync())!.Value.GetProperty("items")[0].GetProperty("id").GetString()!;
    }
}
