using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace PaiConsole.EndToEnd.Tests;

/// <summary>A spot job whose machine is taken, as its owner sees it: it goes on from its checkpoint, and the page tells what that cost.</summary>
public sealed partial class SpotTests(QuietConsole console) : IClassFixture<QuietConsole>
{
    private const float Patience = 60_000;

    [Fact]
    public async Task A_reclaimed_job_goes_on_from_its_checkpoint_while_the_page_follows()
    {
        var page = await console.OpenAsync("/jobs");
        var answer = await page.APIRequest.PostAsync("/api/v1/jobs", new()
        {
            DataObject = new
            {
                name = "spot_journey", type = "PyTorchJob", image = "registry-vpc.cn-shanghai.aliyuncs.com/team/torch:2.6-gpu",
                command = "torchrun --nproc_per_node=1 --nnodes=1 /mnt/out/t.py --output_dir /mnt/out/run --max_steps 3000 --save_steps 500 --resume_from_checkpoint latest",
                roles = new[] { new { type = "Worker", count = 1, sku = "ecs.gn7i-c8g1.2xlarge" } }, data = new[] { new { uri = "oss://spot-runs/", mountPath = "/mnt/out" } },
                env = new Dictionary<string, string>(StringComparer.Ordinal) { ["PAI_EMULATOR_RUN_SECONDS"] = "6000" }, spot = new { discountLimit = 0.9 }, resume = new { times = 2 }, maxRunningMinutes = 600,
            },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "spot_journey" }).First.ClickAsync(new() { Timeout = Patience });
        await page.WaitForURLAsync("**/jobs/dlc*", new() { Timeout = Patience });
        var id = Id().Match(page.Url).Value;
        await page.GetByTestId("tab-run").ClickAsync(new() { Timeout = Patience });
        await Expect(page.GetByTestId("reclaims")).ToHaveTextAsync("0", new() { Timeout = Patience });

        // 2,100 s of running are 1,050 steps; then the machine goes at once.
        console.World.Advance(TimeSpan.FromSeconds(47 + 2_100));
        var taken = await page.APIRequest.PostAsync($"{console.EmulatorUrl}/_emulator/jobs/{id}/reclaim");
        Assert.True(taken.Ok, await taken.TextAsync());
        await Expect(page.GetByTestId("requeued")).ToContainTextAsync("spot_journey-r2", new() { Timeout = Patience });
        console.World.Advance(TimeSpan.FromSeconds(120));
        await Expect(page.GetByTestId("resumed")).ToContainTextAsync(1_000.ToString("N0", CultureInfo.InvariantCulture), new() { Timeout = Patience });
        await Expect(page.GetByTestId("run-job")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "spot_journey-r2" }).First.ClickAsync();
        console.World.Advance(TimeSpan.FromSeconds(4_200));
        await Expect(page.GetByTestId("status").First).ToHaveAttributeAsync("data-status", "Succeeded", new() { Timeout = Patience });
    }

    [GeneratedRegex("dlc[a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Id();
}
