using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Crashes;

/// <summary>kill -9 at each step of an operation, and in the middle of a look; then the console is started again on the same database.</summary>
public sealed class KillTests
{
    public static TheoryData<string, string> Moments
    {
        get
        {
            var moments = new TheoryData<string, string>();
            foreach (var kind in new[] { OperationKind.JobCreate, OperationKind.JobStop, OperationKind.NotebookCreate, OperationKind.NotebookStop, OperationKind.ServiceCreate })
            {
                foreach (var step in Enum.GetNames<OperationStep>())
                    moments.Add(kind, step);
            }
            return moments;
        }
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task After_a_kill_there_is_one_object_or_one_stop_and_it_is_confirmed(string kind, string step)
    {
        await using var first = await EngineUnderTest.StartAsync();
        var argument = kind switch
        {
            OperationKind.JobCreate => JsonSerializer.Serialize(Sample.Job(seconds: 9_000)),
            OperationKind.NotebookCreate => JsonSerializer.Serialize(Sample.Notebook()),
            OperationKind.ServiceCreate => JsonSerializer.Serialize(Sample.Service()),
            _ => await RunningAsync(first, kind),
        };
        await first.StopAsync();
        await KilledProcess.RunToDeathAsync(first, kind, argument, step);

        await using var second = await EngineUnderTest.StartAsync(emulator: first.Emulator, database: first.Database);
        await second.WorkAsync();
        await second.LookAtAllAsync();
        second.Advance(600);
        await second.LookAtAllAsync();

        var action = kind switch
        {
            OperationKind.JobCreate => "CreateJob",
            OperationKind.JobStop => "StopJob",
            OperationKind.NotebookCreate => "CreateInstance",
            OperationKind.NotebookStop => "StopInstance",
            _ => "CreateService",
        };
        await using var db = second.OpenDatabase();
        var operation = Assert.Single(await db.Operations.Where(row => row.Kind == kind).ToListAsync(CancellationToken.None));
        Assert.True(operation.Status == OperationStatus.Confirmed, $"{operation.Status}: {operation.ErrorCode} {operation.ErrorMessage} {operation.LastProblem}");
        Assert.Equal(1, second.Calls(action));
        Assert.Equal(1, second.Emulator.World.Counts()[operation.TargetKind.ToString().ToLowerInvariant() + "s"]);
        Assert.Equal("ok", Assert.Single(await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(CancellationToken.None)));
        await NothingIsLostAsync(second, operation.TargetKind, operation.TargetId!);
    }

    public static TheoryData<int, string> MovingMoments
    {
        get
        {
            var moments = new TheoryData<int, string> { { 0, nameof(OperationStep.Requested) } };
            foreach (var step in new[] { OperationStep.SendingWritten, OperationStep.Answered, OperationStep.AnswerWritten })
            {
                for (var stage = 0; stage < 3; stage++)
                    moments.Add(stage, step.ToString());
            }
            return moments;
        }
    }

    /// <summary>A change of type is three calls, and the program may die at each of them.</summary>
    [Theory]
    [MemberData(nameof(MovingMoments))]
    public async Task After_a_kill_a_notebook_still_reaches_its_new_type_with_each_call_made_once(int stage, string step)
    {
        await using var first = await EngineUnderTest.StartAsync();
        var id = await RunningAsync(first, OperationKind.NotebookMove);
        if (stage > 0)
        {
            await first.Get<NotebookCommands>().MoveAsync(EngineUnderTest.Operator, id, "ecs.gn7-c12g1.3xlarge", start: true, "key", CancellationToken.None);
            for (var done = 0; done < stage; done++)
            {
                // The call is made and its effect seen; the next one is due, and written down as such.
                await first.WorkAsync();
                first.Advance(30);
                await first.LookAtAllAsync();
            }
        }
        await first.StopAsync();
        if (stage == 0)
            await KilledProcess.RunToDeathAsync(first, OperationKind.NotebookMove, id, step);
        else
            await KilledProcess.RunToDeathAsync(first, "resume", "-", step);

        await using var second = await EngineUnderTest.StartAsync(emulator: first.Emulator, database: first.Database);
        for (var i = 0; i < 6; i++)
        {
            await second.WorkAsync();
            second.Advance(60);
            await second.LookAtAllAsync();
        }
        await using var db = second.OpenDatabase();
        var operation = Assert.Single(await db.Operations.Where(row => row.Kind == OperationKind.NotebookMove).ToListAsync(CancellationToken.None));
        Assert.True(operation.Status == OperationStatus.Confirmed, $"{operation.Status} at {operation.Stage}: {operation.ErrorCode} {operation.ErrorMessage} {operation.LastProblem}");
        Assert.Equal((1, 1, 1), (second.Calls("StopInstance"), second.Calls("UpdateInstance"), second.Calls("StartInstance")));
        var row = await db.Notebooks.SingleAsync(CancellationToken.None);
        Assert.Equal(("Running", "ecs.gn7-c12g1.3xlarge"), (row.StatusWord, row.Sku));
        await NothingIsLostAsync(second, ResourceKind.Notebook, id);
    }

    [Fact]
    public async Task Kills_in_the_middle_of_a_look_leave_whole_batches_or_nothing()
    {
        const int Jobs = 3_000;
        await using var engine = await EngineUnderTest.StartAsync("large", world: world => (world.Jobs, world.Services, world.Notebooks) = (Jobs, 0, 0));
        await engine.StopAsync();
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var kill = 0; kill < 5; kill++)
        {
            using var process = KilledProcess.Start(engine, "sync", "-");
            Assert.Equal("looking", await process.StandardOutput.ReadLineAsync(CancellationToken.None));
            await Task.Delay(random.Next(50, 900), CancellationToken.None);
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            await using var after = await EngineUnderTest.StartAsync(emulator: engine.Emulator, database: engine.Database);
            await using var db = after.OpenDatabase();
            Assert.Equal("ok", Assert.Single(await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(CancellationToken.None)));
            Assert.Equal(0, await db.Jobs.CountAsync(job => !db.Intervals.Any(i => i.ResourceId == job.Id && i.Seq == job.IntervalSeq), CancellationToken.None));
            Assert.Equal(0, await db.Intervals.CountAsync(i => !db.Jobs.Any(job => job.Id == i.ResourceId), CancellationToken.None));
        }
        await using var last = await EngineUnderTest.StartAsync(emulator: engine.Emulator, database: engine.Database);
        await last.LookAtAllAsync();
        Assert.True((await last.Get<JobQueries>().ListAsync(new ListRequest(), CancellationToken.None)).Total == Jobs, $"seed {seed}");
    }

    [Fact]
    public async Task Kills_in_the_middle_of_the_first_start_leave_a_database_that_the_next_start_takes()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await engine.StopAsync();
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var unfinished = 0;
        for (var kill = 0; kill < 6; kill++)
        {
            EngineUnderTest.Delete(engine.Database);
            using var process = KilledProcess.Start(engine, "sync", "-");
            // From the first byte in the file to the end of the migrations there are some tens of milliseconds.
            while (!File.Exists(engine.Database) && !process.HasExited)
                await Task.Yield();
            await Task.Delay(random.Next(0, 120), CancellationToken.None);
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            if (!(await process.StandardOutput.ReadToEndAsync(CancellationToken.None)).Contains("looking", StringComparison.Ordinal))
                unfinished++;
            await using var after = await EngineUnderTest.StartAsync(emulator: engine.Emulator, database: engine.Database)
                .WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
            await using var db = after.OpenDatabase();
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(CancellationToken.None));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{unfinished} of 6 starts were killed before their end (seed {seed})");
    }

    private static async Task<string> RunningAsync(EngineUnderTest engine, string kind)
    {
        var created = kind == OperationKind.JobStop
            ? await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Operator, Sample.Job(seconds: 9_000), null, null, CancellationToken.None)
            : await engine.Get<NotebookCommands>().CreateAsync(EngineUnderTest.Operator, Sample.Notebook(), null, CancellationToken.None);
        await engine.WorkAsync();
        engine.Advance(300);
        await engine.LookAtAllAsync();
        return (await engine.OperationAsync(created))!.TargetId!;
    }

    private static async Task NothingIsLostAsync(EngineUnderTest engine, ResourceKind kind, string id)
    {
        if (kind == ResourceKind.Job)
        {
            var truth = (await engine.Get<IDlcApi>().GetJobAsync(id, true, CancellationToken.None)).StatusHistory!;
            var timeline = (await engine.Get<JobQueries>().GetAsync(id, CancellationToken.None))!.Timeline;
            Assert.Equal(truth.Select(item => (item.Status, item.StartTime)), timeline.Select(span => ((string?)span.StatusWord, (DateTimeOffset?)span.From)));
        }
        await using var db = engine.OpenDatabase();
        var intervals = await db.Intervals.Where(row => row.Kind == kind).OrderBy(row => row.Seq).ToListAsync(CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, intervals.Count), intervals.Select(row => row.Seq));
        for (var i = 1; i < intervals.Count; i++)
            Assert.Equal(intervals[i - 1].To, intervals[i].From);
    }
}
