using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Operations;
using PaiConsole.Emulator.World;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Resumption;
using PaiConsole.Engine.Tests.Crashes;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Resumption;

/// <summary>A spot job whose machines are taken goes on from its newest complete checkpoint, once for each reclaim, and tells what that cost.</summary>
public sealed class ResumptionTests
{
    [Fact]
    public async Task Reclaimed_twice_it_finishes_and_tells_the_story_to_the_second()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var first = await SpotRun.SubmitAsync(engine);
        await SpotRun.ReclaimAsync(engine, first, 2_100);
        await SpotRun.PassAsync(engine, 2_400);
        var second = (await SpotRun.JobsAsync(engine, first))[^1];
        Assert.NotEqual(first, second);
        await SpotRun.ReclaimAsync(engine, second, 1_500);
        await SpotRun.PassAsync(engine, 9_000);

        var run = (await engine.Get<RunQueries>().OfAsync(first, CancellationToken.None))!;
        Assert.Equal(["Failed", "Failed", "Succeeded"], run.Jobs.Select(job => job.Row.StatusWord));
        Assert.Equal(3, engine.Calls("CreateJob"));
        Assert.Equal(3, engine.Emulator.World.Counts()["jobs"]);
        // 2,100 s are 1,050 steps, so checkpoint-1000 is the newest; from there 1,500 s are 750 steps more.
        Assert.Equal([1_000, 1_500], run.Story.Interruptions.Select(one => one.FromStep!.Value));
        Assert.Equal([0, 1_000, 1_500], run.Jobs.Select(job => job.FromStep!.Value));
        Assert.True(run.AreNoticesKnown);
        foreach (var (number, one) in run.Story.Interruptions.Index())
        {
            var began = await RunningSinceAsync(engine, run.Jobs[number].Row.Id);
            Assert.Equal(began.AddSeconds(number == 0 ? 2_100 : 1_500), one.ReclaimedAt);
            Assert.Equal(one.ReclaimedAt.AddSeconds(-300), one.WarnedAt);
            Assert.Equal(run.Jobs[number + 1].Row.Id, one.NextJobId);
            Assert.Equal(run.Jobs[number + 1].Row.CreatedAt, one.RequeuedAt);
            Assert.Equal(await RunningSinceAsync(engine, run.Jobs[number + 1].Row.Id), one.ResumedAt);
            Assert.Equal(one.ReclaimedAt - one.SavedAt, one.Lost);
        }
        Assert.Equal(run.Jobs.Sum(job => Sample.LedgerNanos(engine, "job", job.Row.Id)), run.Cost!.Value.Nanos);
        Assert.True(run.Story.ExtraCost is { Nanos: > 0 } extra && extra.Nanos < run.Cost.Value.Nanos);
        Assert.Equal(run.Story.Lost, run.Story.Interruptions.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Lost!.Value));
        // Whichever of its jobs is asked for, the run is the same.
        Assert.Equal(run.Jobs.Select(job => job.Row.Id), await SpotRun.JobsAsync(engine, run.Jobs[1].Row.Id));
    }

    [Fact]
    public async Task It_names_the_checkpoint_and_keeps_all_that_was_asked_for()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var first = await SpotRun.SubmitAsync(engine, SpotRun.Spec() with
        {
            Priority = 7, MaxRunningMinutes = 900, Labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["team"] = "nlp" },
        });
        await SpotRun.ReclaimAsync(engine, first, 2_100);
        await SpotRun.PassAsync(engine, 2_400);

        var (before, after) = (await WholeAsync(engine, first), await WholeAsync(engine, (await SpotRun.JobsAsync(engine, first))[^1]));
        Assert.Equal("sft-r2", after.Name);
        Assert.Contains("--resume_from_checkpoint=/mnt/out/sft/checkpoint-1000", after.Command, StringComparison.Ordinal);
        Assert.Equal(before.Command.Split(" --resume")[0], after.Command.Split(" --resume")[0]);
        Assert.Equal("/mnt/out/sft/checkpoint-1000", after.Env[ResumeCommand.Variable]);
        Assert.Equal(before.Roles, after.Roles);
        Assert.Equal(before.Mounts, after.Mounts);
        Assert.Equal((7, 900L), (after.Priority, after.MaxRunningMinutes));
        Assert.Equal("nlp", after.Labels["team"]);
        var mark = ResumeMark.Of(after.Labels);
        Assert.Equal((first, first, 2, 3, 1_000L), (mark.RunId, mark.ResumesId, mark.Attempt, mark.Times, mark.FromStep));
    }

    [Theory]
    [InlineData("dropAfter")]
    [InlineData("error500")]
    public async Task A_lost_answer_makes_no_second_job(string fault)
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var first = await SpotRun.SubmitAsync(engine);
        await SpotRun.ReclaimAsync(engine, first, 2_100);
        engine.Emulator.World.Faults.Add(new Fault { Action = "CreateJob", Kind = fault, Times = 1 });
        await SpotRun.PassAsync(engine, 3_000);
        Assert.Equal(2, engine.Emulator.World.Counts()["jobs"]);
        Assert.Equal(2, (await SpotRun.JobsAsync(engine, first)).Count);
    }

    public static TheoryData<string> Steps => [.. Enum.GetNames<OperationStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task After_a_kill_at_any_step_one_job_goes_on(string step)
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var first = await SpotRun.SubmitAsync(engine);
        await SpotRun.ReclaimAsync(engine, first, 2_100);
        engine.Advance(2_400);
        await engine.LookAsync(ResourceKind.Job);
        await engine.StopAsync();
        await KilledProcess.RunToDeathAsync(engine, OperationKind.JobResume, first, step);

        await using var again = await EngineUnderTest.StartAsync(emulator: engine.Emulator, database: engine.Database);
        await again.WorkAsync();
        await SpotRun.PassAsync(again, 120);
        await using var db = again.OpenDatabase();
        var operation = Assert.Single(await db.Operations.Where(row => row.Kind == OperationKind.JobResume).ToListAsync(CancellationToken.None));
        Assert.True(operation.Status == OperationStatus.Confirmed, $"{operation.Status}: {operation.ErrorCode} {operation.ErrorMessage} {operation.LastProblem}");
        Assert.Equal(2, again.Calls("CreateJob"));
        Assert.Equal([first, operation.TargetId!], await SpotRun.JobsAsync(again, first));
    }

    [Fact]
    public async Task Another_console_over_the_same_account_finds_it_going_on()
    {
        await using var one = await EngineUnderTest.StartAsync();
        var first = await SpotRun.SubmitAsync(one);
        await using var other = await EngineUnderTest.StartAsync(emulator: one.Emulator);
        await other.LookAtAllAsync();
        await SpotRun.ReclaimAsync(one, first, 2_100);
        one.Advance(2_400);
        // Both learn of the reclaim before either knows what the other does.
        await one.LookAtAllAsync();
        await other.LookAtAllAsync();
        await one.WorkAsync();
        await other.WorkAsync();
        await SpotRun.PassAsync(one, 60);
        await SpotRun.PassAsync(other, 60);
        Assert.Equal(2, one.Emulator.World.Counts()["jobs"]);
        Assert.Equal(await SpotRun.JobsAsync(one, first), await SpotRun.JobsAsync(other, first));
    }

    [Fact]
    public async Task It_goes_on_as_often_as_its_policy_says_and_a_person_may_go_further()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var first = await SpotRun.SubmitAsync(engine, SpotRun.Spec(resumes: 1));
        await SpotRun.ReclaimAsync(engine, first, 2_100);
        await SpotRun.PassAsync(engine, 2_400);
        var second = (await SpotRun.JobsAsync(engine, first))[^1];
        await SpotRun.ReclaimAsync(engine, second, 1_500);
        await SpotRun.PassAsync(engine, 3_000);
        var run = (await engine.Get<RunQueries>().OfAsync(first, CancellationToken.None))!;
        Assert.Equal((2, true, 0), (run.Jobs.Count, run.IsWaiting, run.ResumesLeft));

        var outcome = await engine.Get<ResumeCommands>().ResumeAsync(EngineUnderTest.Operator, second, CancellationToken.None);
        var twice = await engine.Get<ResumeCommands>().ResumeAsync(EngineUnderTest.Operator, second, CancellationToken.None);
        Assert.Equal(outcome.Operation!.Id, twice.Operation!.Id);
        await engine.WorkAsync();
        await SpotRun.PassAsync(engine, 120);
        Assert.Equal(3, (await SpotRun.JobsAsync(engine, first)).Count);
        Assert.Equal(Refusal.Conflict, (await engine.Get<ResumeCommands>().ResumeAsync(EngineUnderTest.Operator, second, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task What_went_on_and_was_deleted_may_go_on_once_more()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var first = await SpotRun.SubmitAsync(engine);
        await SpotRun.ReclaimAsync(engine, first, 2_100);
        await SpotRun.PassAsync(engine, 2_400);
        var second = (await SpotRun.JobsAsync(engine, first))[^1];
        foreach (var command in (Func<Task<CommandOutcome>>[])[
            () => engine.Get<JobCommands>().StopAsync(EngineUnderTest.Operator, second, null, CancellationToken.None),
            () => engine.Get<JobCommands>().DeleteAsync(EngineUnderTest.Operator, second, null, CancellationToken.None)])
        {
            Assert.Equal(Refusal.None, (await command()).Refusal);
            await engine.WorkAsync();
            await SpotRun.PassAsync(engine, 120);
        }
        // The policy has done its part: only a person lets it go on now.
        Assert.Equal(2, engine.Calls("CreateJob"));

        var outcome = await engine.Get<ResumeCommands>().ResumeAsync(EngineUnderTest.Operator, first, CancellationToken.None);
        await engine.WorkAsync();
        await SpotRun.PassAsync(engine, 120);
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(outcome))!.Status);
        Assert.Equal(3, engine.Calls("CreateJob"));
    }

    [Fact]
    public async Task Without_a_policy_and_after_another_failure_nothing_goes_on_by_itself()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var bare = await SpotRun.SubmitAsync(engine, SpotRun.Spec(resumes: null));
        var failing = await SpotRun.SubmitAsync(engine, SpotRun.Spec() with
        {
            Name = "oom", Env = new Dictionary<string, string>(StringComparer.Ordinal) { ["PAI_EMULATOR_RUN_SECONDS"] = "600", ["PAI_EMULATOR_FAILURE"] = "OutOfMemory" },
        });
        await SpotRun.ReclaimAsync(engine, bare, 900);
        await SpotRun.PassAsync(engine, 1_800);
        Assert.Equal(2, engine.Calls("CreateJob"));
        Assert.Equal(Refusal.Forbidden, (await engine.Get<ResumeCommands>().ResumeAsync(EngineUnderTest.Viewer, failing, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task While_OSS_does_not_answer_it_waits_and_does_not_begin_at_0()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var first = await SpotRun.SubmitAsync(engine);
        await SpotRun.ReclaimAsync(engine, first, 2_100);
        engine.Advance(2_400);
        await engine.LookAtAllAsync();
        engine.Emulator.World.Faults.Add(new Fault { Action = "ListObjectsV2", Kind = "error500" });
        await engine.WorkAsync(rounds: 2);
        Assert.Equal(1, engine.Calls("CreateJob"));
        engine.Emulator.World.Faults.Clear();
        await engine.WorkAsync();
        await SpotRun.PassAsync(engine, 120);
        var run = (await engine.Get<RunQueries>().OfAsync(first, CancellationToken.None))!;
        Assert.Equal([0, 1_000], run.Jobs.Select(job => job.FromStep!.Value));
    }

    private static async Task<DateTimeOffset> RunningSinceAsync(EngineUnderTest engine, string id) =>
        (await engine.Get<JobQueries>().GetAsync(id, CancellationToken.None))!.Timeline.First(span => span.StatusWord == "Running").From;

    private static async Task<PaiConsole.Domain.Jobs.TrainingJob> WholeAsync(EngineUnderTest engine, string id) =>
        (await engine.Get<JobQueries>().WholeAsync(id, CancellationToken.None))!;
}
