using System.Text.Json;
using System.Globalization;
using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace PaiConsole.EndToEnd.Tests;

/// <summary>A GPU that nobody uses, from the first idle minute to the stop, as people see it.</summary>
public sealed class IdleTests(QuietConsole console) : IClassFixture<QuietConsole>
{
    private const string A10 = "ecs.gn7i-c8g1.2xlarge";
    private const string A100 = "ecs.gn7-c12g1.3xlarge";
    private const float Patience = 60_000;

    [Fact]
    public async Task A_notebook_with_an_idle_rule_counts_down_and_is_culled_while_the_open_page_follows()
    {
        var page = await console.OpenAsync("/notebooks/new");
        await page.GetByTestId("name").FillAsync("idle_journey", new() { Timeout = Patience });
        await page.GetByTestId("sku").FillAsync(A10);
        await page.Keyboard.PressAsync("Escape");
        await page.GetByTestId("image").FillAsync("registry-vpc.cn-shanghai.aliyuncs.com/team/torch:2.6-gpu");
        await page.GetByTestId("idle-minutes").FillAsync("45");
        await page.GetByTestId("submit").ClickAsync(new() { Timeout = Patience });
        await page.WaitForURLAsync("**/notebooks/dsw-*", new() { Timeout = Patience });
        var id = page.Url[(page.Url.LastIndexOf('/') + 1)..];
        console.World.Advance(TimeSpan.FromMinutes(5));
        await Expect(page.GetByTestId("status").First).ToContainTextAsync("Running", new() { Timeout = Patience });
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "JupyterLab" }).First).ToHaveAttributeAsync("href", Pattern("^https?://"), new() { Timeout = Patience });

        await page.VisitAsync("/idle");
        await page.EvaluateAsync("() => { window.opened = true; }");
        var row = Row(page, id);
        await Expect(row).ToBeVisibleAsync(new() { Timeout = Patience });
        await console.LoadAsync(page, id, 0, 0);
        console.World.Advance(TimeSpan.FromMinutes(15));
        await Expect(row.GetByTestId("countdown")).ToContainTextAsync(Pattern("^\\s*[23][0-9] min"), new() { Timeout = Patience });
        console.World.Advance(TimeSpan.FromMinutes(20));
        await Expect(row.GetByTestId("countdown")).ToContainTextAsync(Pattern("^\\s*1?[0-9] min"), new() { Timeout = Patience });
        await Expect(row.Locator(".wasted")).ToContainTextAsync("¥");
        console.World.Advance(TimeSpan.FromMinutes(20));
        await Expect(row).ToHaveCountAsync(0, new() { Timeout = Patience });
        Assert.True(await page.EvaluateAsync<bool>("() => window.opened"), "The page was loaded again.");

        await page.VisitAsync($"/notebooks/{id}");
        await Expect(page.GetByTestId("status").First).ToContainTextAsync("Stopped", new() { Timeout = Patience });
        Assert.DoesNotContain(console.World.Requests.List("StopInstance"), call => call.Path.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_A100_left_on_over_Friday_evening_is_one_alert_stands_first_and_is_stopped_from_the_board()
    {
        var page = await console.OpenAsync("/idle");
        console.MoveToFriday();
        var cheap = await console.RunningNotebookAsync(page, "left_on_cheap", A10);
        var dear = await console.RunningNotebookAsync(page, "left_on_dear", A100);
        await console.LoadAsync(page, cheap, 0, 0);
        await console.LoadAsync(page, dear, 0, 0);
        console.World.Advance(TimeSpan.FromHours(3));

        var inbox = await page.Context.NewPageAsync();
        await inbox.VisitAsync("/alerts");
        await inbox.EvaluateAsync("() => { window.opened = true; }");
        var alert = Alert(inbox, dear);
        await Expect(alert).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Expect(alert).ToHaveAttributeAsync("data-rule", "gpu-idle", new() { Timeout = Patience });
        await Expect(alert.GetByTestId("wasted")).ToContainTextAsync("¥", new() { Timeout = Patience });

        await page.VisitAsync("/idle");
        await Expect(page.GetByTestId("row").First).ToHaveAttributeAsync("data-id", dear, new() { Timeout = Patience });
        await Expect(Row(page, cheap)).ToBeVisibleAsync();
        await Row(page, dear).GetByTestId("stop").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("left_on_dear", new() { Timeout = Patience });
        await Expect(page.GetByTestId("confirm-cost")).ToContainTextAsync("−¥");
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(Row(page, dear).GetByTestId("stop")).ToHaveCountAsync(0, new() { Timeout = Patience });
        console.World.Advance(TimeSpan.FromMinutes(2));
        await Expect(Row(page, dear)).ToHaveCountAsync(0, new() { Timeout = Patience });
        Assert.Single(console.World.Requests.List("StopInstance"), call => call.Path.Contains(dear, StringComparison.Ordinal));

        await Expect(alert).ToHaveCountAsync(0, new() { Timeout = Patience });
        await inbox.GetByTestId("tab-resolved").ClickAsync();
        await Expect(alert).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Expect(alert.GetByTestId("wasted")).ToContainTextAsync("¥");
        Assert.True(await inbox.EvaluateAsync<bool>("() => window.opened"), "The page was loaded again.");
    }

    [Fact]
    public async Task Two_that_are_picked_show_what_stopping_both_saves_and_take_a_rule_together()
    {
        var page = await console.OpenAsync("/idle");
        string[] both = [await console.RunningNotebookAsync(page, "picked_one", A10), await console.RunningNotebookAsync(page, "picked_two", A10)];
        await Expect(page.GetByTestId("bulk")).ToHaveCountAsync(0);
        foreach (var id in both)
            await Row(page, id).GetByRole(AriaRole.Checkbox).CheckAsync(new() { Timeout = Patience });

        var bulk = page.GetByTestId("bulk");
        await Expect(bulk).ToContainTextAsync("2", new() { Timeout = Patience });
        await Expect(bulk.GetByTestId("bulk-effect")).ToContainTextAsync("19.07", new() { Timeout = Patience });
        await bulk.GetByTestId("rule").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("30", new() { Timeout = Patience });
        await page.GetByTestId("confirm").ClickAsync();
        foreach (var id in both)
        {
            // Idle times are written in minutes too: that the rule is there, the cloud says.
            await QuietConsole.EventuallyAsync(page, $"/api/v1/notebooks/{id}", body => body.GetProperty("idleRule").ValueKind == JsonValueKind.Object);
            await Expect(Row(page, id)).ToContainTextAsync("30 min", new() { Timeout = Patience });
            await Expect(Row(page, id).GetByTestId("rule")).ToHaveCountAsync(0, new() { Timeout = Patience });
            Assert.Single(console.World.Requests.List("CreateIdleInstanceCuller"), call => call.Path.Contains(id, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_alert_that_is_noted_leaves_the_bell_and_one_that_is_put_off_leaves_the_list()
    {
        var page = await console.OpenAsync("/alerts");
        string[] both = [await console.RunningNotebookAsync(page, "bell_one", A10), await console.RunningNotebookAsync(page, "bell_two", A10)];
        foreach (var id in both)
            await console.LoadAsync(page, id, 60, 80);
        console.World.Advance(TimeSpan.FromMinutes(20));
        foreach (var id in both)
            await Expect(Alert(page, id)).ToHaveCountAsync(1, new() { Timeout = Patience });
        var calling = await page.Locator("[data-testid=alert]:has([data-testid=acknowledge])").CountAsync();
        var badge = page.GetByTestId("alerts-bell").Locator(".n");
        await Expect(badge).ToHaveTextAsync(Number(calling), new() { Timeout = Patience });

        await Alert(page, both[0]).GetByTestId("acknowledge").ClickAsync();
        await Expect(Alert(page, both[0]).GetByTestId("acknowledge")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Expect(badge).ToHaveTextAsync(Number(calling - 1), new() { Timeout = Patience });

        await Alert(page, both[0]).GetByTestId("snooze").ClickAsync();
        await Alert(page, both[0]).GetByTestId("snooze-1d").ClickAsync();
        await Expect(Alert(page, both[0])).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Expect(Alert(page, both[1])).ToHaveCountAsync(1);
        await page.GetByTestId("tab-snoozed").ClickAsync();
        await Expect(Alert(page, both[0])).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Alert(page, both[0]).GetByTestId("wake").ClickAsync();
        await Expect(Alert(page, both[0])).ToHaveCountAsync(0, new() { Timeout = Patience });
    }

    private static ILocator Row(IPage page, string id) => page.Locator($"[data-testid=row][data-id='{id}']");

    private static ILocator Alert(IPage page, string id) => page.Locator($"[data-testid=alert][data-id='{id}']");

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static System.Text.RegularExpressions.Regex Pattern(string text) =>
        new(text, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
