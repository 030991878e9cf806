using PaiConsole.Domain;
using PaiConsole.Emulator.World;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Faults;

/// <summary>Looks that fail or come incomplete: nothing is deleted, the data says that it is old, and it recovers.</summary>
public sealed class StaleDataTests
{
    [Theory]
    [InlineData("truncatePage", null)]
    [InlineData("error500", "InternalError")]
    [InlineData("throttle", "Throttling")]
    [InlineData("timeout", null)]
    public async Task A_bad_look_deletes_nothing_and_says_why_and_the_next_good_one_recovers(string fault, string? reason)
    {
        await using var engine = await EngineUnderTest.StartAsync("large", world: world => (world.Jobs, world.Services, world.Notebooks) = (300, 0, 250));
        await engine.LookAtAllAsync();
        var before = await ListAsync(engine);
        Assert.False(before.Notebooks.Look.IsStale);

        engine.Emulator.World.Faults.Add(new Fault { Kind = fault, DelayMs = 20 });
        for (var i = 0; i < 3; i++)
        {
            await engine.LookAsync(ResourceKind.Notebook);
            await engine.LookAsync(ResourceKind.Job);
        }
        var during = await ListAsync(engine);
        Assert.Equal((before.Notebooks.Total, before.Jobs.Total), (during.Notebooks.Total, during.Jobs.Total));
        foreach (var look in new[] { during.Notebooks.Look, during.Jobs.Look })
        {
            Assert.True(look.IsStale);
            Assert.Equal(3, look.FailedLooks);
            Assert.False(string.IsNullOrEmpty(look.Problem));
            Assert.Contains(reason ?? "", look.Problem, StringComparison.Ordinal);
        }
        Assert.Equal(before.Notebooks.Look.AsOf, during.Notebooks.Look.AsOf);

        engine.Emulator.World.Faults.Clear();
        await engine.LookAtAllAsync();
        var after = await ListAsync(engine);
        Assert.False(after.Notebooks.Look.IsStale);
        Assert.False(after.Jobs.Look.IsStale);
        Assert.Equal((before.Notebooks.Total, before.Jobs.Total), (after.Notebooks.Total, after.Jobs.Total));
    }

    [Fact]
    public async Task A_truncated_first_reading_of_the_history_misses_nothing_in_the_end()
    {
        await using var engine = await EngineUnderTest.StartAsync("large", world: world => (world.Jobs, world.Services, world.Notebooks) = (1_500, 0, 0));
        engine.Emulator.World.Faults.Add(new Fault { Action = "ListJobs", Kind = "truncatePage", Probability = 0.2, Seed = 4 });
        for (var i = 0; i < 30; i++)
            await engine.LookAsync(ResourceKind.Job);
        engine.Emulator.World.Faults.Clear();
        await engine.LookAtAllAsync();
        Assert.Equal(1_500, (await engine.Get<JobQueries>().ListAsync(new ListRequest(), CancellationToken.None)).Total);
    }

    [Fact]
    public async Task What_was_really_deleted_is_gone_after_one_good_look_and_costs_no_more()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var created = await LostAnswerTests.CreateAsync(engine, ResourceKind.Job, 1);
        await engine.WorkAsync();
        engine.Advance(4_000);
        await engine.LookAsync(ResourceKind.Job);
        var notebook = await LostAnswerTests.CreateAsync(engine, ResourceKind.Notebook, 1);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Notebook);
        var id = (await engine.OperationAsync(notebook))!.TargetId!;
        var dsw = engine.Get<Cloud.Dsw.IDswApi>();
        engine.Advance(300);
        await engine.LookAsync(ResourceKind.Notebook);
        await dsw.StopInstanceAsync(id, null, CancellationToken.None);
        engine.Advance(60);
        await dsw.DeleteInstanceAsync(id, CancellationToken.None);
        engine.Advance(60);

        // While nobody can say whether it is gone, it is not.
        engine.Emulator.World.Faults.Add(new Fault { Action = "GetInstance", Kind = "error500" });
        Assert.False((await engine.LookAsync(ResourceKind.Notebook)).Ok);
        Assert.False((await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!.IsDeleted);
        engine.Emulator.World.Faults.Clear();
        await engine.LookAsync(ResourceKind.Notebook);
        var row = (await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!;
        Assert.True(row.IsDeleted);
        Assert.Null(row.Cost.RunningSince);
        Assert.NotNull(created.Operation);
        await using var db = engine.OpenDatabase();
        Assert.DoesNotContain(db.Intervals.Where(interval => interval.ResourceId == id).ToList(), interval => interval.To is null);
    }

    [Fact]
    public async Task A_slow_cloud_holds_nobody_up_for_longer_than_the_patience()
    {
        await using var engine = await EngineUnderTest.StartAsync(cloud: cloud => cloud.AttemptTimeout = TimeSpan.FromMilliseconds(100));
        engine.Emulator.World.Faults.Add(new Fault { Action = "ListJobs", Kind = "slow", DelayMs = 60_000 });
        var look = await engine.LookAsync(ResourceKind.Job).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.False(look.Ok);
        Assert.Contains("Timeout", (await ListAsync(engine)).Jobs.Look.Problem, StringComparison.Ordinal);
        Assert.True((await engine.LookAsync(ResourceKind.Notebook)).Ok);
    }

    private static async Task<(ListPage<NotebookRow> Notebooks, ListPage<JobRow> Jobs)> ListAsync(EngineUnderTest engine) => (
        await engine.Get<NotebookQueries>().ListAsync(new ListRequest(), CancellationToken.None),
        await engine.Get<JobQueries>().ListAsync(new ListRequest(), CancellationToken.None));
}
