using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace PaiConsole.EndToEnd.Tests;

/// <summary>The two jobs of the text, from paste to success, with their faults shown and repaired by buttons.</summary>
public sealed class SubmitTests(ConsoleFixture console)
{
    private const string Estimator =
        """
        est = Estimator(
            image_uri="pai-image-pytorch:2.3-gpu-py310-cu124",
            command="torchrun --nproc_per_node=4 train_sft.py",
            instance_type="ecs.gn7i-c16g1.4xlarge",  # 4x A10 per node
            instance_count=2,
            source_dir="./training_code/",
            hyperparameters={"model_name_or_path": "/mnt/data/models/Qwen2.5-7B", "num_train_epochs": 3, "learning_rate": 2e-5, "bf16": True},
            input_channels={"data": "oss://my-bucket/datasets/sft-v1/", "model": "oss://my-bucket/models/Qwen2.5-7B/"},
            output_path="oss://my-bucket/checkpoints/",
            spot_instance=True,
        )
        est.fit()
        """;

    private static readonly LocatorAssertionsToHaveCountOptions _patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task The_estimator_is_pasted_repaired_and_runs_to_its_end()
    {
        var page = await console.OpenAsync("/jobs/new");
        await page.GetByTestId("mode-python").ClickAsync();
        await page.Locator("[data-testid=python] .cm-content").FillAsync(Estimator);
        await Expect(page.Locator("[data-rule=nproc-exceeds-gpus]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.GetByTestId("submit")).ToBeDisabledAsync();

        // The form holds what was pasted, and says at its fields what is wrong.
        await page.GetByTestId("mode-form").ClickAsync();
        await Expect(page.GetByTestId("name")).ToHaveValueAsync("train_sft");
        await Expect(page.Locator("[data-testid=field-fault][data-field=command]").First).ToBeVisibleAsync();
        await Press(page, "nproc-exceeds-gpus", "take-sku");
        foreach (var rule in new[] { "nnodes-differs", "master-addr-missing", "node-rank-missing", "path-not-mounted", "spot-no-time-limit" })
            await Press(page, rule, null);
        await Expect(page.Locator("[data-testid=finding][data-severity=Error]")).ToHaveCountAsync(0, _patient);
        await Expect(page.GetByTestId("max-minutes")).ToHaveValueAsync("1440");
        await Expect(page.GetByTestId("spot-odds")).ToContainTextAsync("unknown");
        await Expect(page.GetByTestId("request")).ToContainTextAsync("--master_addr=$MASTER_ADDR");

        // The YAML follows the form.
        await page.GetByTestId("mode-yaml").ClickAsync();
        await Expect(page.Locator("[data-testid=yaml] .cm-content")).ToContainTextAsync("discountLimit", new() { Timeout = 30_000 });
        await FinishAsync(page);
    }

    [Fact]
    public async Task The_manifest_is_pasted_repaired_and_runs_to_its_end()
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "dlc_job.yaml"), TestContext.Current.CancellationToken);
        var page = await console.OpenAsync("/jobs/new");
        await page.Locator("[data-testid=yaml] .cm-content").FillAsync(yaml);
        await Expect(page.GetByTestId("summary-name")).ToHaveTextAsync("qwen25-7b-sft-001", new() { Timeout = 30_000 });
        await page.GetByTestId("mode-form").ClickAsync();
        await page.GetByTestId("samples").FillAsync("10000");
        await Expect(page.Locator("[data-key=total-steps]")).ToContainTextAsync("237", new() { Timeout = 30_000 });

        // Saving every 500 steps, the run is over before its first checkpoint.
        await page.GetByTestId("command").FillAsync(await page.GetByTestId("command").InputValueAsync() + " --save_steps=500");
        await Press(page, "checkpoint-after-end", "set-option");
        await Expect(page.GetByTestId("command")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("--save_steps=23$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator("[data-key=checkpoints]")).ToContainTextAsync("10");
        await FinishAsync(page);
    }

    private static async Task Press(IPage page, string rule, string? repair)
    {
        var finding = page.Locator($"[data-testid=finding][data-rule={rule}]");
        await finding.Locator(repair is null ? "[data-testid=repair]" : $"[data-repair={repair}]").First.ClickAsync(new() { Timeout = 30_000 });
        await Expect(finding).ToHaveCountAsync(0, _patient);
    }

    private async Task FinishAsync(IPage page)
    {
        await page.GetByTestId("submit").ClickAsync();
        await page.WaitForURLAsync("**/jobs/dlc*", new() { Timeout = 30_000 });
        console.Emulator.World.Advance(TimeSpan.FromHours(3));
        await Expect(page.GetByTestId("status").First).ToContainTextAsync("Succeeded", new() { Timeout = 30_000 });
    }
}
