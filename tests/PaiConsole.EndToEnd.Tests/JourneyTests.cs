using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace PaiConsole.EndToEnd.Tests;

/// <summary>What a team member does in a browser, against the real program.</summary>
public sealed class JourneyTests(ConsoleFixture console)
{
    private static readonly LocatorAssertionsToBeVisibleOptions _patient = new() { Timeout = 30_000 };

    [Theory]
    [InlineData("/", "Overview")]
    [InlineData("/notebooks", "Notebooks")]
    [InlineData("/notebooks/new", "New notebook")]
    [InlineData("/notebooks/guide", "Guide to notebooks")]
    [InlineData("/jobs", "Training jobs")]
    [InlineData("/services", "Model services")]
    [InlineData("/idle", "Idle and forgotten")]
    [InlineData("/alerts", "Alerts")]
    [InlineData("/activity", "Activity")]
    [InlineData("/settings", "Settings")]
    public async Task Every_page_opens_with_its_heading(string path, string heading)
    {
        var page = await console.OpenAsync(path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading, new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Without_signing_in_nothing_is_shown()
    {
        var page = await console.OpenAsync("/jobs");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/jobs");
        await page.WaitForURLAsync("**/login**");
    }

    [Fact]
    public async Task A_running_notebook_is_stopped_after_saying_what_it_saves()
    {
        var page = await console.OpenAsync("/notebooks?status=Running");
        var row = page.GetByTestId("row").First;
        await Expect(row).ToBeVisibleAsync(_patient);
        var id = await row.GetAttributeAsync("data-id");
        await page.VisitAsync($"/notebooks/{id}");
        await page.GetByTestId("stop").First.ClickAsync(new() { Timeout = 30_000 });
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("/h", new() { Timeout = 30_000 });
        var question = (await page.Locator("dialog[open]").BoundingBoxAsync())!;
        Assert.Equal(page.ViewportSize!.Width / 2f, question.X + question.Width / 2, tolerance: 2f); // in the middle, where it is looked for
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("status").First).ToContainTextAsync("Stopping", new() { Timeout = 30_000 });
        console.Emulator.World.Advance(TimeSpan.FromMinutes(1));
        await Expect(page.GetByTestId("status").First).ToContainTextAsync("Stopped", new() { Timeout = 30_000 });
        Assert.Single(console.Emulator.World.Requests.List("StopInstance"), call => call.Path.Contains(id!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notebook_is_created_with_its_price_until_monday_and_its_idle_rule()
    {
        var page = await console.OpenAsync("/notebooks/new");
        await page.GetByTestId("name").FillAsync("bad name!", new() { Timeout = 30_000 });
        await Expect(page.Locator("[data-testid=field-fault][data-field=name]")).ToBeVisibleAsync(_patient);
        await Expect(page.Locator("[data-testid=field-fault][data-field=sku]")).ToBeVisibleAsync(_patient);
        await Expect(page.GetByTestId("submit")).ToBeDisabledAsync();
        Assert.Empty(console.Emulator.World.Requests.List("CreateInstance"));

        await page.GetByTestId("name").FillAsync("friday_probe");
        await page.GetByTestId("sku").FillAsync("ecs.gn7i-c8g1.2xlarge");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByTestId("image").FillAsync("registry-vpc.cn-shanghai.aliyuncs.com/team/torch:2.6-gpu");
        await page.GetByTestId("idle-minutes").FillAsync("45");
        await Expect(page.GetByTestId("price")).ToContainTextAsync("9.53", new() { Timeout = 30_000 });
        await Expect(page.GetByTestId("per-month")).ToContainTextAsync("¥");
        await Expect(page.GetByTestId("until-monday")).ToContainTextAsync("¥");
        await page.GetByTestId("submit").ClickAsync();
        await page.WaitForURLAsync("**/notebooks/dsw-*", new() { Timeout = 30_000 });
        console.Emulator.World.Advance(TimeSpan.FromMinutes(5));
        await Expect(page.GetByTestId("status").First).ToContainTextAsync("Running", new() { Timeout = 30_000 });
        await Expect(page.Locator("body")).ToContainTextAsync("45 min", new() { Timeout = 30_000 });
        Assert.Single(console.Emulator.World.Requests.List("CreateInstance"));
    }

    [Fact]
    public async Task A_form_says_what_is_wrong_at_its_field_keeps_what_was_typed_and_names_the_better_product()
    {
        var page = await console.OpenAsync("/notebooks/new");
        var before = console.Emulator.World.Requests.List("CreateInstance").Count;
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "dev-notebook", ["sku"] = "ecs.gn7e-c12g1.3xlarge", ["image"] = "team/torch:2.6", ["idle-minutes"] = "0", ["env"] = "PATH=/x",
        };
        await Expect(page.GetByTestId("name")).ToBeVisibleAsync(_patient);
        await page.GetByTestId("add-mount").ClickAsync();
        await page.GetByTestId("mount-path").FillAsync("/usr/lib", new() { Timeout = 30_000 });
        foreach (var (field, text) in typed)
            await page.GetByTestId(field).FillAsync(text);
        await page.Keyboard.PressAsync("Escape");

        foreach (var field in new[] { "name", "sku", "image", "idleRule.minutes", "env.PATH", "data[0].uri", "data[0].mountPath" })
            await Expect(page.Locator($"[data-testid=field-fault][data-field='{field}']")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await Expect(page.Locator("[data-testid=field-fault][data-field=sku]")).ToContainTextAsync("ecs.gn7-c12g1.3xlarge");
        await Expect(page.GetByTestId("submit")).ToBeDisabledAsync();
        foreach (var (field, text) in typed)
            await Expect(page.GetByTestId(field)).ToHaveValueAsync(text);
        Assert.Equal(before, console.Emulator.World.Requests.List("CreateInstance").Count);

        await page.GetByTestId("use-Unattended").CheckAsync();
        await Expect(page.GetByTestId("better")).ToHaveAttributeAsync("href", "/jobs/new", new() { Timeout = 30_000 });
        await page.GetByTestId("use-Serve").CheckAsync();
        await Expect(page.GetByTestId("better")).ToHaveAttributeAsync("href", "/services", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task A_card_chooses_an_image_and_a_notebook_becomes_a_job()
    {
        var page = await console.OpenAsync("/notebooks/new");
        await page.GetByTestId("sku").FillAsync("ecs.gn7i-c8g1.2xlarge", new() { Timeout = 30_000 });
        await page.Keyboard.PressAsync("Escape");
        await page.GetByTestId("image").FillAsync("modelscope");
        var card = page.GetByTestId("image-card").First;
        await Expect(card).ToContainTextAsync("ModelScope", new() { Timeout = 30_000 });
        await card.ClickAsync();
        await Expect(card).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        await Expect(page.GetByTestId("image")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^modelscope:", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        var list = await page.APIRequest.GetAsync("/api/v1/notebooks?status=Running&pageSize=1");
        var notebook = (await list.JsonAsync())!.Value.GetProperty("items")[0];
        await page.VisitAsync($"/jobs/new?notebook={notebook.GetProperty("id").GetString()}");
        await Expect(page.GetByTestId("promotion")).ToContainTextAsync(notebook.GetProperty("name").GetString()!, new() { Timeout = 30_000 });
        await Expect(page.GetByTestId("sku").First).ToHaveValueAsync(notebook.GetProperty("sku").GetString()!);
        await Expect(page.GetByTestId("image")).Not.ToHaveValueAsync("");
        await page.GetByTestId("submit").ClickAsync();
        await Expect(page.Locator("[data-testid=field-fault][data-field=command]")).ToBeVisibleAsync(_patient);

        await page.VisitAsync("/jobs/new?notebook=dsw-0000000000000000");
        await Expect(page.GetByTestId("promotion")).ToContainTextAsync("There is no notebook", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task The_manifest_of_the_text_is_priced_submitted_and_followed_to_its_end()
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "dlc_job.yaml"), TestContext.Current.CancellationToken);
        var page = await console.OpenAsync("/jobs/new");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "dlc_job.yaml", MimeType = "application/yaml", Buffer = System.Text.Encoding.UTF8.GetBytes(yaml),
        });
        await Expect(page.GetByTestId("summary-name")).ToHaveTextAsync("qwen25-7b-sft-001", new() { Timeout = 30_000 });
        await Expect(page.GetByTestId("summary-role").First).ToContainTextAsync("ecs.gn7i-4x.16xlarge");
        await Expect(page.GetByTestId("price")).ToContainTextAsync("80.75");
        await page.GetByTestId("submit").ClickAsync();
        await page.WaitForURLAsync("**/jobs/dlc*", new() { Timeout = 30_000 });
        console.Emulator.World.Advance(TimeSpan.FromSeconds(90));
        await Expect(page.GetByTestId("status").First).ToContainTextAsync("Running", new() { Timeout = 30_000 });
        await page.VisitAsync(new Uri(page.Url).AbsolutePath + "?tab=logs");
        await Expect(page.Locator("[data-part=rows] .line").First).Not.ToBeEmptyAsync(new() { Timeout = 30_000 });
        console.Emulator.World.Advance(TimeSpan.FromHours(2));
        await Expect(page.GetByTestId("status").First).ToContainTextAsync("Succeeded", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task A_manifest_that_is_too_long_is_refused_and_nothing_else_is_submitted_in_its_place()
    {
        var page = await console.OpenAsync("/jobs/new");
        var editor = page.Locator("[data-testid=editor] .cm-content");
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "dlc_job.yaml"), TestContext.Current.CancellationToken);
        await DropAsync(page, editor, text);
        await Expect(page.GetByTestId("summary-name")).ToHaveTextAsync("qwen25-7b-sft-001", new() { Timeout = 30_000 });

        // A dropped file is not even read, and what was there stays.
        await DropAsync(page, editor, new string('#', 300 * 1024));
        await Expect(page.GetByText("longer than 256 KB")).ToBeVisibleAsync(_patient);
        await Expect(editor).ToContainTextAsync("PyTorchJob");
        await Expect(page.GetByTestId("submit")).ToBeEnabledAsync();

        // What was pasted is seen, and the manifest before it must not go out under its cover.
        await editor.FillAsync(new string('#', 300 * 1024));
        await Expect(page.GetByTestId("submit")).ToBeDisabledAsync(new() { Timeout = 30_000 });
        await DropAsync(page, editor, text);
        await Expect(page.GetByTestId("submit")).ToBeEnabledAsync(new() { Timeout = 30_000 });
    }

    private static async Task DropAsync(IPage page, ILocator editor, string text)
    {
        var file = await page.EvaluateHandleAsync(
            "text => { const all = new DataTransfer(); all.items.add(new File([text], 'dlc_job.yaml')); return all; }", text);
        await editor.DispatchEventAsync("drop", new { dataTransfer = file });
    }

    [Fact]
    public async Task An_untouched_form_complains_of_nothing_and_takes_a_dropped_file()
    {
        var page = await console.OpenAsync("/jobs/new");
        await Expect(page.GetByTestId("finding")).ToHaveCountAsync(0);
        await page.GetByTestId("submit").ClickAsync();
        await Expect(page.GetByTestId("finding").First).ToBeVisibleAsync(_patient);

        await DropAsync(
            page, page.Locator("[data-testid=editor] .cm-content"),
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "dlc_job.yaml"), TestContext.Current.CancellationToken));
        await Expect(page.GetByTestId("summary-name")).ToHaveTextAsync("qwen25-7b-sft-001", new() { Timeout = 30_000 });

        await page.GetByTestId("mode-form").ClickAsync();
        await page.GetByTestId("sku").First.FillAsync("a10 64vcpu");
        await Expect(page.GetByTestId("sku-option").First).ToContainTextAsync("A10", new() { Timeout = 30_000 });
        await page.GetByTestId("sku").First.PressAsync("ArrowDown");
        await page.GetByTestId("sku").First.PressAsync("Enter");
        await Expect(page.GetByTestId("sku").First).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^ecs[.]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
