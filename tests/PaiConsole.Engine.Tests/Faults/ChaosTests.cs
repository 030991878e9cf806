using PaiConsole.Cloud.Dlc;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Domain.Operations;
using PaiConsole.Emulator.World;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Syncing;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Faults;

public sealed class ChaosTests
{
    [Fact]
    public async Task A_storm_of_throttling_is_not_answered_with_more_calls_and_passes_within_two_cycles()
    {
        await using var engine = await EngineUnderTest.StartAsync("large", world: world => (world.Jobs, world.Services, world.Notebooks) = (300, 0, 60));
        var loop = new Loop(engine);
        await loop.SecondsAsync(30);
        var calm = await CallsAsync(engine, loop, 120);
        engine.Emulator.World.Faults.Add(new Fault { Kind = "throttle", Probability = 0.9, Seed = 3, DelayMs = 1_000 });
        var storm = await CallsAsync(engine, loop, 120);
        TestContext.Current.TestOutputHelper?.WriteLine($"calls in two minutes: {calm} in the calm, {storm} in the storm");
        Assert.True(storm <= calm * 1.1, $"{storm} calls in the storm, {calm} without");
        Assert.True(engine.Get<SyncHealth>().Of(ResourceKind.Job).IsStale || engine.Get<SyncHealth>().Of(ResourceKind.Notebook).IsStale);

        engine.Emulator.World.Faults.Clear();
        await loop.SecondsAsync(31);
        Assert.All(engine.Get<SyncHealth>().All, state => Assert.False(state.Value.IsStale, state.Key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20260102)]
    [InlineData(77)]
    public async Task Two_minutes_of_every_fault_leave_no_duplicate_no_false_deletion_and_no_wrong_interval(int seed)
    {
        await using var engine = await EngineUnderTest.StartAsync(
            settings: values => values["Sync:CreateSettleSeconds"] = "5", world: world => world.RandomSeed = seed);
        var random = new Random(seed);
        var loop = new Loop(engine);
        var asked = new List<CommandOutcome>();
        Arm(engine, seed);
        for (var second = 0; second < 120; second++)
        {
            if (random.NextDouble() < 0.5)
                asked.Add(await engine.Get<JobCommands>().SubmitAsync(
                    EngineUnderTest.Operator, Sample.Job($"job-{second}", random.Next(1, 90), random.Next(1, 4)), null, null, CancellationToken.None));
            if (random.NextDouble() < 0.1)
                asked.Add(await engine.Get<NotebookCommands>().CreateAsync(EngineUnderTest.Operator, Sample.Notebook($"note_{second}"), null, CancellationToken.None));
            if (random.NextDouble() < 0.2 && await AnyAsync(engine, random) is { } id)
                asked.Add(await engine.Get<JobCommands>().StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None));
            await loop.SecondAsync();
            Assert.False(await AnyDeletedAsync(engine), $"False deletion in second {second}, seed {seed}");
        }
        engine.Emulator.World.Faults.Clear();
        await loop.SecondsAsync(31);
        Assert.All(engine.Get<SyncHealth>().All, state => Assert.False(state.Value.IsStale, $"{state.Key}, seed {seed}"));
        engine.Advance(1_000);
        await loop.SecondsAsync(30);
        await CheckAsync(engine, asked, seed);
    }

    private static void Arm(EngineUnderTest engine, int seed)
    {
        var faults = engine.Emulator.World.Faults;
        faults.Add(new Fault { Kind = "throttle", Probability = 0.1, Seed = seed, DelayMs = 1_000 });
        faults.Add(new Fault { Kind = "error500", Probability = 0.1, Seed = seed + 1 });
        faults.Add(new Fault { Kind = "timeout", Probability = 0.03, Seed = seed + 2, DelayMs = 5 });
        faults.Add(new Fault { Kind = "truncatePage", Probability = 0.1, Seed = seed + 3 });
        faults.Add(new Fault { Kind = "dropAfter", Probability = 0.1, Seed = seed + 4 });
        faults.Add(new Fault { Kind = "slow", Probability = 0.05, Seed = seed + 5, DelayMs = 3 });
    }

    private static async Task CheckAsync(EngineUnderTest engine, List<CommandOutcome> asked, int seed)
    {
        var operations = new List<OperationRow>();
        foreach (var outcome in asked.Where(outcome => outcome.Operation is not null))
            operations.Add((await engine.OperationAsync(outcome))!);
        // A stop may come too late: the job had ended, and the operation says so.
        Assert.All(operations, operation => Assert.True(
            operation.Status == OperationStatus.Confirmed || operation is { Kind: OperationKind.JobStop, Status: OperationStatus.Failed },
            $"{operation.Kind} is {operation.Status} ({operation.Error?.Code}), seed {seed}"));

        var dlc = engine.Get<IDlcApi>();
        var truth = new List<Job>();
        for (var page = 1; ; page++)
        {
            var answer = await dlc.ListJobsAsync(new ListJobsQuery { PageNumber = page, PageSize = 100 }, CancellationToken.None);
            truth.AddRange(answer.Jobs!);
            if (truth.Count >= answer.TotalCount)
                break;
        }
        var notebooks = await engine.Get<IDswApi>().ListInstancesAsync(new ListInstancesQuery { PageSize = 100 }, CancellationToken.None);
        Assert.Equal(operations.Count(operation => operation.Kind == OperationKind.JobCreate), truth.Count);
        Assert.Equal(operations.Count(operation => operation.Kind == OperationKind.NotebookCreate), notebooks.Instances!.Count);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {seed}: {truth.Count} jobs, {notebooks.Instances.Count} notebooks, {operations.Count} operations, {operations.Count(o => o.Attempts > 1)} sent more than once, "
            + $"{engine.Emulator.World.Requests.List().Count(request => request.Fault is not null)} of {engine.Emulator.World.Requests.Total} calls struck");
        Assert.Equal(truth.Count, truth.Select(job => job.Settings!.Tags![Wire.OperationLabel]).Distinct().Count());

        var queries = engine.Get<JobQueries>();
        Assert.Equal(truth.Count, (await queries.ListAsync(new ListRequest(), CancellationToken.None)).Total);
        foreach (var job in truth)
        {
            var history = (await dlc.GetJobAsync(job.JobId!, true, CancellationToken.None)).StatusHistory!;
            var detail = (await queries.GetAsync(job.JobId!, CancellationToken.None))!;
            Assert.Equal(history.Select(item => (item.Status, item.StartTime)), detail.Timeline.Select(span => ((string?)span.StatusWord, (DateTimeOffset?)span.From)));
            Assert.True(Sample.LedgerNanos(engine, "job", job.JobId!) == detail.Row.Cost.Settled.Nanos, $"Cost of {job.JobId}, seed {seed}");
        }
        foreach (var notebook in notebooks.Instances)
            Assert.Equal(notebook.Status, (await engine.Get<NotebookQueries>().RowAsync(notebook.InstanceId!, CancellationToken.None))!.StatusWord);
    }

    private static async Task<string?> AnyAsync(EngineUnderTest engine, Random random)
    {
        var rows = (await engine.Get<JobQueries>().ListAsync(new ListRequest { Status = ["Running"], Limit = 200 }, CancellationToken.None)).Items;
        return rows.Count == 0 ? null : rows[random.Next(rows.Count)].Id;
    }

    private static async Task<bool> AnyDeletedAsync(EngineUnderTest engine)
    {
        await using var db = engine.OpenDatabase();
        return db.Jobs.Any(row => row.IsDeleted) || db.Notebooks.Any(row => row.IsDeleted);
    }

    private static async Task<long> CallsAsync(EngineUnderTest engine, Loop loop, int seconds)
    {
        var before = engine.Emulator.World.Requests.Total;
        await loop.SecondsAsync(seconds);
        return engine.Emulator.World.Requests.Total - before;
    }
}
