using System.Text;
using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace PaiConsole.EndToEnd.Tests;

/// <summary>A log of 100,000 lines with everything in it that could do harm.</summary>
public sealed class LogTests(ConsoleFixture console)
{
    private const int Lines = 100_000;

    [Fact]
    public async Task A_hundred_thousand_lines_are_followed_searched_and_scrolled_and_none_of_them_acts()
    {
        // A job of its own, which runs on while the log is read and still grows.
        var page = await console.OpenAsync("/jobs?q=log_journey");
        var asked = await page.APIRequest.PostAsync("/api/v1/jobs", new()
        {
            DataObject = new
            {
                name = "log_journey", type = "PyTorchJob", command = "sleep 90000", image = "registry-vpc.cn-shanghai.aliyuncs.com/team/torch:2.6-gpu",
                roles = new[] { new { type = "Worker", count = 1, sku = "ecs.gn7i-c8g1.2xlarge" } },
            },
        });
        Assert.True(asked.Ok, await asked.TextAsync());
        var row = page.GetByTestId("row").First;
        await Expect(row).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var id = await row.GetAttributeAsync("data-id");
        await PostAsync("clock", """{"advanceSeconds":60}""");
        await PostAsync($"jobs/{id}/log", $$"""{"lines":{{Lines * 7 / 5}},"overSeconds":700}""");
        await PostAsync("clock", """{"advanceSeconds":500}""");
        var dialogs = 0;
        page.Dialog += (_, dialog) => { dialogs++; _ = dialog.DismissAsync(); };

        await page.VisitAsync($"/jobs/{id}?tab=logs");
        await Expect(page.Locator("[data-part=rows] .line").First).ToBeVisibleAsync(new() { Timeout = 30_000 });

        // A search reads all of it; the count is of lines that hold the text as it is shown, with its colours taken out.
        await page.GetByTestId("log-search").FillAsync("line 000011: retrying");
        await Expect(page.GetByTestId("log-count")).ToContainTextAsync("1 line", new() { Timeout = 60_000 });
        await page.GetByTestId("log-search").PressAsync("Enter");
        var hit = page.Locator(".line.at");
        await Expect(hit).ToContainTextAsync("ERROR line 000011: retrying in 2 s; a link");
        await Expect(page.GetByTestId("follow")).Not.ToBeCheckedAsync();
        // Who reads further up is not moved, and hears of what is new.
        await Expect(page.GetByTestId("log-news")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(hit).ToBeInViewportAsync();
        await Expect(page.GetByText("‹U+202E›the text around").First).ToBeVisibleAsync();
        await Expect(page.GetByText("has a NUL ^@ and a bell ^G in it").First).ToBeVisibleAsync();
        await Expect(page.GetByText("<script>window.__log").First).ToBeVisibleAsync();

        await page.Locator("[data-part=pattern]").ClickAsync();
        await page.GetByTestId("log-search").FillAsync("line 0000(");
        await Expect(page.GetByTestId("log-fault")).ToContainTextAsync("Not enough )");
        await page.GetByTestId("log-search").FillAsync("^.*shards: +\\d+%");
        await Expect(page.GetByTestId("log-count")).ToContainTextAsync("lines match", new() { Timeout = 30_000 });
        await page.GetByTestId("log-only").ClickAsync();
        await Expect(page.Locator("[data-part=rows] .line").Nth(3)).ToContainTextAsync("Downloading shards:");
        Assert.Equal(0, await page.Locator("[data-part=rows] .line", new() { HasText = "batch" }).CountAsync());
        await page.GetByTestId("log-only").ClickAsync();

        await page.Locator("[data-part=scroll]").EvaluateAsync("box => { for (let i = 0; i < 50; i++) box.scrollTop = box.scrollHeight * i / 50; }");
        await page.GetByTestId("log-news").ClickAsync();
        await Expect(page.GetByTestId("follow")).ToBeCheckedAsync();
        Assert.InRange(await page.Locator("[data-part=rows] .line").CountAsync(), 10, 200);
        Assert.True(await page.EvaluateAsync<bool>("() => !Object.keys(window).some(key => key.startsWith('__log')) && !document.querySelector('[data-part=rows] :is(script, img, a)')"));
        Assert.Equal(0, dialogs);
    }

    private async Task PostAsync(string path, string body)
    {
        using var client = new HttpClientHandler();
        using var invoker = new HttpMessageInvoker(client);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{console.Emulator.Url}/_emulator/{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var answer = await invoker.SendAsync(request, CancellationToken.None);
        answer.EnsureSuccessStatusCode();
    }
}
