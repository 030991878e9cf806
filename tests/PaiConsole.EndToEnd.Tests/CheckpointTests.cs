using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace PaiConsole.EndToEnd.Tests;

/// <summary>What lies in OSS, as people see it: a place verified before it is mounted, and the checkpoint that a restart would use.</summary>
public sealed class CheckpointTests(QuietConsole console) : IClassFixture<QuietConsole>
{
    private const float Patience = 60_000;

    [Fact]
    public async Task A_place_is_verified_in_the_form_before_anything_is_created()
    {
        console.World.Do(() =>
        {
            console.World.Buckets.Create("form-data");
            console.World.Buckets.Put("oss://form-data/sft/train.jsonl", 7_000_000_000);
        });
        var page = await console.OpenAsync("/notebooks/new");
        await page.GetByTestId("add-mount").ClickAsync(new() { Timeout = Patience });
        await page.GetByTestId("mount-source").FillAsync("oss://form-data/");
        await page.GetByTestId("look").ClickAsync(new() { Timeout = Patience });
        await Expect(page.GetByTestId("entry")).ToContainTextAsync("sft/", new() { Timeout = Patience });
        await page.GetByTestId("mount-source").FillAsync("oss://no-such-bucket-here/");
        await page.GetByTestId("look").ClickAsync(new() { Timeout = Patience });
        await Expect(page.Locator("[data-testid=place][data-state=NoBucket]")).ToBeVisibleAsync(new() { Timeout = Patience });
        Assert.Equal("oss://no-such-bucket-here/", await page.GetByTestId("mount-source").InputValueAsync());
    }

    [Fact]
    public async Task A_jobs_page_shows_its_checkpoints_and_the_one_that_a_restart_would_use()
    {
        console.World.Do(() =>
        {
            console.World.Buckets.Create("run-data");
            foreach (var step in (int[])[9500, 10000, 10500])
                foreach (var file in new[] { "model.safetensors", "scheduler.pt", "optimizer.pt" })
                    if (step != 10500 || file != "optimizer.pt")
                        console.World.Buckets.Put($"oss://run-data/run/step-{step}/{file}", 1_000_000_000);
        });
        var page = await console.OpenAsync("/jobs");
        var answer = await page.APIRequest.PostAsync("/api/v1/jobs", new()
        {
            DataObject = new
            {
                name = "ckpt_journey", type = "PyTorchJob", image = "registry-vpc.cn-shanghai.aliyuncs.com/team/torch:2.6-gpu", command = "python /mnt/data/t.py --output_dir /mnt/data/run",
                maxRunningMinutes = 60, roles = new[] { new { type = "Worker", count = 1, sku = "ecs.gn7i-c8g1.2xlarge" } }, data = new[] { new { uri = "oss://run-data/", mountPath = "/mnt/data" } },
            },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "ckpt_journey" }).First.ClickAsync(new() { Timeout = Patience });
        await page.WaitForURLAsync("**/jobs/dlc*", new() { Timeout = Patience });
        await page.GetByTestId("tab-checkpoints").ClickAsync(new() { Timeout = Patience });

        await Expect(page.GetByTestId("restart-from")).ToHaveTextAsync("step-10000", new() { Timeout = Patience });
        await Expect(page.GetByTestId("checkpoint")).ToHaveCountAsync(3);
        await Expect(page.Locator("[data-testid=checkpoint][data-id=step-10500]")).ToHaveAttributeAsync("data-complete", "false");
    }
}
