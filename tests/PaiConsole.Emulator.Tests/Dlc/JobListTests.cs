using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dlc;

public sealed class JobListTests
{
    [Fact]
    public async Task Without_StartTime_only_the_last_seven_days_are_listed()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Create(cloud, "old");
        cloud.Pass(8 * 86400);
        await Create(cloud, "new");
        Assert.Equal(["new"], await Names(cloud));
        Assert.Equal(["new", "old"], await Names(cloud, new { StartTime = "2020-01-01T00:00:00Z" }));
    }

    [Fact]
    public async Task The_window_holds_for_a_long_running_job_too()
    {
        await using var cloud = await TestCloud.StartAsync();
        await Create(cloud, "long", envs: new() { ["PAI_EMULATOR_RUN_SECONDS"] = "2000000" });
        cloud.Pass(8 * 86400);
        Assert.Empty(await Names(cloud, new { Status = "Running" }));
        Assert.Equal(["long"], await Names(cloud, new { Status = "Running", StartTime = "2020-01-01T00:00:00Z" }));
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        await using var cloud = await TestCloud.StartAsync();
        var a = await Create(cloud, "llama-sft", team: "nlp");
        var b = await Create(cloud, "vit-train", team: "cv");
        var c = await Create(cloud, "llama-dpo", team: "nlp", spot: new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.5 });
        Assert.Equal(2, (await Names(cloud, new { DisplayName = "llama" })).Length);
        Assert.Equal(["llama-dpo"], await Names(cloud, new { DisplayName = "llama", PaymentType = "Spot" }));
        Assert.Equal(2, (await Names(cloud, new { Tags = "{\"team\":\"nlp\"}" })).Length);
        Assert.Equal(["vit-train"], await Names(cloud, new Dictionary<string, string> { ["Tags.team"] = "cv" }));
        Assert.Equal(["llama-sft", "vit-train"], await Names(cloud, new { JobIds = $"{b},{a},dlcnone", Order = "asc", SortBy = "DisplayName" }));
        Assert.Equal(["vit-train"], await Names(cloud, new { JobId = b }));
        Assert.Empty(await Names(cloud, new { WorkspaceId = "999" }));
        await cloud.Dlc("StopJob", new { JobId = c });
        Assert.Equal(["llama-dpo"], await Names(cloud, new { Status = "Stopping" }));
        cloud.Pass(3600);
        Assert.Equal(2, (await Names(cloud, new { Status = "Succeeded" })).Length);
        Assert.Equal(["llama-dpo"], await Names(cloud, new { ReasonSearch = "stopped by user" }));
        Assert.Equal(3, (await Names(cloud, new { NumericRangeField = "RequestGPU", NumericRangeMin = 2 })).Length);
    }

    [Fact]
    public async Task Pages_cover_everything_once_in_either_order()
    {
        await using var cloud = await TestCloud.StartAsync();
        for (var i = 0; i < 45; i++)
        {
            await Create(cloud, $"job-{i:00}");
            cloud.Pass(i % 3);
        }

        List<string> all = [];
        for (var page = 1; page <= 3; page++)
            all.AddRange(await Names(cloud, new { PageNumber = page, PageSize = 20, Order = "asc" }));
        Assert.Equal(45, all.Distinct().Count());
        Assert.Equal(45, all.Count);
        Assert.Equal("InvalidParameter", (await cloud.Dlc("ListJobs", new { PageSize = 101 })).Code);
        Assert.Equal("45", (await cloud.Dlc("ListJobs", new { PageNumber = 9 })).Text("TotalCount"));
    }

    private static async Task<string> Create(TestCloud cloud, string name, string team = "nlp", object? spot = null, Dictionary<string, string>? envs = null) =>
        (await cloud.Dlc("CreateJob", body: Examples.Job(name, spot: spot, envs: envs, settings: new { Tags = new Dictionary<string, string> { ["team"] = team } }))).Text("JobId")!;

    private static async Task<string[]> Names(TestCloud cloud, object? query = null)
    {
        var answer = await cloud.Dlc("ListJobs", query);
        Assert.Null(answer.Code);
        return [.. answer.Body.GetProperty("Jobs").EnumerateArray().Select(j => j.GetProperty("DisplayName").GetString()!)];
    }
}
