using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Jobs;

public sealed class JobSliceTests
{
    [Fact]
    public async Task A_job_runs_to_its_end_with_the_clouds_own_times_and_costs_what_the_ledger_says()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var (id, created) = await SubmitAsync(engine, seconds: 61);
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(created))!.Status);

        // Nobody looks while it queues and begins: the cloud's history tells.
        engine.Advance(50);
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal("Running", (await RowAsync(engine, id)).StatusWord);
        engine.Advance(3_600);
        await engine.LookAsync(ResourceKind.Job);

        var detail = (await engine.Get<JobQueries>().GetAsync(id, CancellationToken.None))!;
        var truth = (await engine.Get<IDlcApi>().GetJobAsync(id, true, CancellationToken.None)).StatusHistory!;
        Assert.Equal(["Creating", "Queuing", "EnvPreparing", "Running", "Succeeded"], detail.Timeline.Select(span => span.StatusWord));
        Assert.Equal(truth.Select(item => (item.Status, item.StartTime, item.EndTime)),
            detail.Timeline.Select(span => ((string?)span.StatusWord, (DateTimeOffset?)span.From, span.To)));
        Assert.All(detail.Timeline, span => Assert.True(span.IsFromCloud));
        Assert.Equal(TimeSpan.FromSeconds(61), detail.Timeline[3].To - detail.Timeline[3].From);
        Assert.Equal(Sample.LedgerNanos(engine, "job", id), detail.Row.Cost.Settled.Nanos);
        Assert.Null(detail.Row.Cost.RunningSince);
    }

    [Fact]
    public async Task Two_states_within_one_second_are_both_kept()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var (id, _) = await SubmitAsync(engine);
        await engine.Get<JobCommands>().StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Job);
        engine.Advance(60);
        await engine.LookAsync(ResourceKind.Job);
        var timeline = (await engine.Get<JobQueries>().GetAsync(id, CancellationToken.None))!.Timeline;
        Assert.Equal(["Creating", "Stopping", "Stopped"], timeline.Select(span => span.StatusWord));
        Assert.Equal(timeline[0].From, timeline[1].From);
    }

    [Fact]
    public async Task A_job_that_somebody_else_created_appears()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await engine.LookAtAllAsync();
        var theirs = await engine.Get<IDlcApi>().CreateJobAsync(
            new CreateJobRequest
            {
                DisplayName = "theirs", JobType = "PyTorchJob", UserCommand = "sleep 5",
                JobSpecs = [new JobSpec { Type = "Worker", PodCount = 1, EcsSpec = Sample.Sku, Image = Sample.Image }],
            },
            CancellationToken.None);
        using var subscription = engine.Get<ChangeFeed>().Subscribe<JobRow>();
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal("theirs", (await RowAsync(engine, theirs.JobId!)).Name);
        await foreach (var batch in subscription.ReadAllAsync(CancellationToken.None))
        {
            Assert.Equal(theirs.JobId, Assert.Single(batch.Changes).Id);
            break;
        }
    }

    [Fact]
    public async Task A_stop_reaches_the_cloud_once_however_often_it_is_clicked_and_is_confirmed_only_by_the_cloud()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var commands = engine.Get<JobCommands>();
        var ids = new List<string>();
        for (var i = 0; i < 20; i++)
            ids.Add((await SubmitAsync(engine, seconds: 3_600)).Id);
        engine.Advance(60);
        await engine.LookAsync(ResourceKind.Job);

        var stops = new List<CommandOutcome>();
        foreach (var id in ids)
        {
            var clicks = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
                commands.StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None))));
            Assert.Equal(clicks[0].Operation!.Id, clicks[1].Operation!.Id);
            stops.Add(clicks[0]);
        }
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Job);
        var again = await commands.StopAsync(EngineUnderTest.Operator, ids[0], null, CancellationToken.None);
        Assert.Equal(stops[0].Operation!.Id, again.Operation!.Id);
        Assert.Equal(OperationStatus.Sent, (await engine.OperationAsync(stops[0]))!.Status);
        Assert.Equal("Stopping", (await RowAsync(engine, ids[0])).StatusWord);

        engine.Advance(30);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal(ids.Count, engine.Calls("StopJob"));
        foreach (var stop in stops)
            Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(stop))!.Status);
        Assert.Equal(Sample.LedgerNanos(engine, "job", ids[0]), (await RowAsync(engine, ids[0])).Cost.Settled.Nanos);
    }

    [Fact]
    public async Task One_idempotency_key_is_one_operation_and_another_body_under_it_is_refused()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var commands = engine.Get<JobCommands>();
        var twins = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            commands.SubmitAsync(EngineUnderTest.Operator, Sample.Job(), null, "key-1", CancellationToken.None))));
        Assert.Single(twins.Select(twin => twin.Operation!.Id).Distinct());
        var other = await commands.SubmitAsync(EngineUnderTest.Operator, Sample.Job("other"), null, "key-1", CancellationToken.None);
        Assert.Equal(Refusal.Conflict, other.Refusal);
        await engine.WorkAsync();
        Assert.Equal(1, engine.Emulator.World.Counts()["jobs"]);
    }

    [Fact]
    public async Task A_clone_keeps_spot_terms_code_and_restart_policy()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var asked = Sample.Job("whole") with
        {
            Spot = new(0.85m, null), Code = new("code-20260101-a", "/mnt/code") { Branch = "main", Commit = "abc" }, MaxRunningMinutes = 90, Resume = new(3),
            Roles = [new("Master", 1, Sample.Sku) { RestartPolicy = "OnFailure" }], Env = new Dictionary<string, string> { ["SEED"] = "1" },
        };
        var outcome = await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Operator, asked, null, null, CancellationToken.None);
        Assert.Equal(Refusal.None, outcome.Refusal);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Job);
        var spec = (await engine.Get<JobCommands>().SpecOfAsync((await engine.OperationAsync(outcome))!.TargetId!, CancellationToken.None))!;
        Assert.Equal((asked.Spot, asked.Code, asked.MaxRunningMinutes, asked.Resume), (spec.Spot, spec.Code, spec.MaxRunningMinutes, spec.Resume));
        Assert.Equal(("OnFailure", "1"), (spec.Roles[0].RestartPolicy, spec.Env["SEED"]));
        Assert.Empty(spec.Labels);
    }

    [Fact]
    public async Task Priority_clone_and_delete()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var commands = engine.Get<JobCommands>();
        var (id, _) = await SubmitAsync(engine);

        var priority = await commands.SetPriorityAsync(EngineUnderTest.Operator, id, 7, null, CancellationToken.None);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(priority))!.Status);

        Assert.Equal(Refusal.Conflict, (await commands.DeleteAsync(EngineUnderTest.Operator, id, null, CancellationToken.None)).Refusal);
        engine.Advance(600);
        await engine.LookAsync(ResourceKind.Job);
        var clone = await commands.CloneAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        var delete = await commands.DeleteAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(delete))!.Status);
        Assert.True((await RowAsync(engine, id)).IsDeleted);
        var left = Assert.Single((await engine.Get<JobQueries>().ListAsync(new ListRequest(), CancellationToken.None)).Items);
        Assert.Equal((await engine.OperationAsync(clone))!.TargetId, left.Id);
        Assert.Equal("train-nlp", left.Name);
        Assert.Equal(7, (await engine.Get<JobQueries>().GetAsync(left.Id, CancellationToken.None))!.Job.Priority);
    }

    [Fact]
    public async Task A_job_that_runs_for_more_than_a_week_stays_in_sight()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var (id, _) = await SubmitAsync(engine, seconds: 9 * 86_400);
        engine.Advance(8 * 86_400);
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal("Running", (await RowAsync(engine, id)).StatusWord);

        // A console that starts only now sees it as well.
        await using (var late = await EngineUnderTest.StartAsync(emulator: engine.Emulator))
        {
            await late.LookAtAllAsync();
            Assert.Equal("Running", (await RowAsync(late, id)).StatusWord);
        }
        engine.Advance(2 * 86_400);
        await engine.LookAsync(ResourceKind.Job);
        var row = await RowAsync(engine, id);
        Assert.Equal("Succeeded", row.StatusWord);
        Assert.Equal(Sample.LedgerNanos(engine, "job", id), row.Cost.Settled.Nanos);
    }

    [Fact]
    public async Task An_answer_older_than_what_is_known_changes_nothing()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var (id, _) = await SubmitAsync(engine);
        engine.Advance(60);
        string? running = null;
        engine.Wire.Change = (uri, body) => IsJobList(uri) ? running ??= body : body;
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal("Running", (await RowAsync(engine, id)).StatusWord);
        engine.Advance(600);
        engine.Wire.Change = null;
        await engine.LookAsync(ResourceKind.Job);
        var before = await RowAsync(engine, id);
        Assert.Equal(Phase.Succeeded, before.Phase);

        engine.Wire.Change = (uri, body) => IsJobList(uri) ? running! : body;
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal(before, await RowAsync(engine, id));
    }

    [Fact]
    public async Task A_status_word_nobody_knows_is_shown_as_it_is()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var (id, _) = await SubmitAsync(engine);
        var (other, _) = await SubmitAsync(engine, seconds: 9_000);
        engine.Advance(60);
        engine.Wire.Change = (_, body) => body.Replace("\"Status\":\"Running\"", "\"Status\":\"Hibernating\"", StringComparison.Ordinal);
        var look = await engine.LookAsync(ResourceKind.Job);
        Assert.True(look.Ok);
        var row = await RowAsync(engine, id);
        Assert.Equal(("Hibernating", Phase.Unknown), (row.StatusWord, row.Phase));

        engine.Wire.Change = null;
        engine.Advance(600);
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal("Succeeded", (await RowAsync(engine, id)).StatusWord);
        Assert.Equal("Running", (await RowAsync(engine, other)).StatusWord);
    }

    [Fact]
    public async Task A_job_that_ended_long_before_the_console_came_has_its_running_time_and_cost()
    {
        await using var first = await EngineUnderTest.StartAsync();
        var (id, _) = await SubmitAsync(first, seconds: 500);
        var (stopped, _) = await SubmitAsync(first, seconds: 5_000);
        first.Advance(200);
        await first.LookAsync(ResourceKind.Job);
        await first.Get<JobCommands>().StopAsync(EngineUnderTest.Operator, stopped, null, CancellationToken.None);
        await first.WorkAsync();
        first.Advance(3 * 86_400);

        await using var late = await EngineUnderTest.StartAsync(emulator: first.Emulator);
        await late.LookAtAllAsync();
        Assert.Equal(0, late.Calls("GetJob") - first.Calls("GetJob"));
        foreach (var job in new[] { id, stopped })
            Assert.Equal(Sample.LedgerNanos(late, "job", job), (await RowAsync(late, job)).Cost.Settled.Nanos);
    }

    private static bool IsJobList(Uri uri) => uri.AbsolutePath == "/api/v1/jobs";

    private static async Task<JobRow> RowAsync(EngineUnderTest engine, string id) =>
        (await engine.Get<JobQueries>().RowAsync(id, CancellationToken.None))!;

    private static async Task<(string Id, CommandOutcome Outcome)> SubmitAsync(EngineUnderTest engine, int seconds = 60)
    {
        var outcome = await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Operator, Sample.Job(seconds: seconds), null, null, CancellationToken.None);
        Assert.True(outcome.Refusal == Refusal.None, string.Join("; ", outcome.Findings.Select(finding => finding.Message)));
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Job);
        return ((await engine.OperationAsync(outcome))!.TargetId!, outcome);
    }
}
