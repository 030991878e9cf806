using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain;
using PaiConsole.Domain.Jobs.Sweeps;
using PaiConsole.Domain.Operations;
using PaiConsole.Emulator.World;
using PaiConsole.Engine.Auditing;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Jobs.Sweeps;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Jobs;

public sealed class SweepTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Four_by_four_run_are_stopped_at_once_and_the_totals_are_the_sum_of_the_parts()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var commands = engine.Get<SweepCommands>();
        var preview = commands.Preview(Sweep());
        Assert.Equal(16, preview.Jobs.Count);
        Assert.Equal(Money.Sum(preview.Jobs.Select(job => job.Preview.CostPerHour!.Value)), preview.CostPerHour);

        var outcome = await commands.SubmitAsync(EngineUnderTest.Operator, Sweep(), "sweep-key", None);
        Assert.Equal(16, outcome.Operations.Select(operation => operation.Id).Distinct().Count());
        await engine.WorkAsync();
        engine.Advance(90);
        await engine.LookAsync(ResourceKind.Job);
        var sweep = (await engine.Get<SweepQueries>().GetAsync(outcome.SweepId!, None))!;
        Assert.Equal(("tune", 16, "--learning_rate,SEED"), (sweep.Name, sweep.Size, string.Join(',', sweep.Over)));
        Assert.Equal(Enumerable.Range(1, 16), sweep.Members.Select(line => line.Number));
        Assert.All(sweep.Members, line => Assert.Equal("Running", line.Job!.StatusWord));
        Assert.Equal(16, sweep.Members.Select(line => $"{line.Values["--learning_rate"]} {line.Values["SEED"]}").Distinct().Count());
        Assert.Equal(preview.CostPerHour, sweep.PerHour);

        engine.Advance(1_234);
        var dry = await commands.StopAsync(EngineUnderTest.Operator, sweep.Id, new CommandAsk(null, DryRun: true), None);
        Assert.Equal((16, 0, sweep.PerHour), (dry.Stoppable, engine.Calls("StopJob"), dry.Saves));
        var stops = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => commands.StopAsync(EngineUnderTest.Operator, sweep.Id, new CommandAsk(null), None))));
        Assert.Equal(stops[0].Operations.Select(operation => operation.Id), stops[1].Operations.Select(operation => operation.Id));
        await engine.WorkAsync();
        engine.Advance(60);
        await engine.LookAsync(ResourceKind.Job);

        Assert.Equal(16, engine.Calls("StopJob"));
        var stopped = (await engine.Get<SweepQueries>().GetAsync(sweep.Id, None))!;
        Assert.All(stopped.Members, line => Assert.Equal("Stopped", line.Job!.StatusWord));
        var ledger = stopped.Members.Sum(line => Sample.LedgerNanos(engine, "job", line.Job!.Id));
        Assert.True(ledger > 0);
        Assert.Equal((ledger, false), (stopped.Cost!.Value.Nanos, stopped.CostIsLowerBound));
        Assert.Equal(0, stopped.PerHour!.Value.Nanos);
        var nothing = await commands.StopAsync(EngineUnderTest.Operator, sweep.Id, new CommandAsk(null), None);
        Assert.Equal((0, 16), (nothing.Stoppable, nothing.Ended));
    }

    [Fact]
    public async Task With_lost_answers_each_job_is_made_once_and_a_repeat_makes_nothing()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        engine.Emulator.World.Faults.Add(new Fault { Action = "CreateJob", Kind = "dropAfter", Probability = 0.4, Seed = 5 });
        var commands = engine.Get<SweepCommands>();
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => commands.SubmitAsync(EngineUnderTest.Operator, Sweep(), "once", None))));
        Assert.Single(asked.Select(one => one.SweepId).Distinct());
        Assert.All(asked, one => Assert.Equal(asked[0].Operations.Select(operation => operation.Id), one.Operations.Select(operation => operation.Id)));
        await engine.WorkAsync();
        await engine.LookAtAllAsync();

        Assert.True(engine.Emulator.World.Requests.List("CreateJob").Count(request => request.Fault == "dropAfter") > 2);
        Assert.Equal((16, 16), (engine.Calls("CreateJob"), engine.Emulator.World.Counts()["jobs"]));
        Assert.Equal(16, (await engine.Get<SweepQueries>().GetAsync(asked[0].SweepId!, None))!.Members.Count);
        var wider = Sweep() with { Parameters = [.. Sweep().Parameters.Take(1)] };
        Assert.Equal(Refusal.Conflict, (await commands.SubmitAsync(EngineUnderTest.Operator, wider, "once", None)).Refusal);
        Assert.Equal(16, engine.Emulator.World.Counts()["jobs"]);
    }

    [Fact]
    public async Task What_was_written_down_before_the_end_of_the_process_is_carried_out_by_the_next()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var outcome = await engine.Get<SweepCommands>().SubmitAsync(EngineUnderTest.Operator, Sweep(), null, None);
        // Some were sent; then the process ends with the rest in its queue.
        foreach (var operation in outcome.Operations.Take(5))
            await engine.Get<OperationRunner>().RunAsync(operation.Id, None);
        await using var next = await EngineUnderTest.StartAsync(emulator: engine.Emulator, database: engine.Database);
        await next.WorkAsync();
        await next.LookAsync(ResourceKind.Job);
        Assert.Equal(16, engine.Emulator.World.Counts()["jobs"]);
        Assert.All((await next.Get<SweepQueries>().GetAsync(outcome.SweepId!, None))!.Members, line => Assert.NotNull(line.Job));
    }

    [Fact]
    public async Task The_group_survives_the_loss_of_the_database()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var outcome = await engine.Get<SweepCommands>().SubmitAsync(EngineUnderTest.Operator, Sweep(), null, None);
        await engine.WorkAsync();
        await using var other = await EngineUnderTest.StartAsync(emulator: engine.Emulator);
        await other.LookAtAllAsync();
        var sweep = (await other.Get<SweepQueries>().GetAsync(outcome.SweepId!, None))!;
        Assert.Equal(("tune", 16, 16), (sweep.Name, sweep.Size, sweep.Members.Count));
        Assert.Equal("2e-4", sweep.Members[15].Values["--learning_rate"]);
        Assert.Null(await other.Get<SweepQueries>().GetAsync("sweep-none", None));
    }

    [Fact]
    public async Task Jobs_on_their_way_are_lines_too_and_cannot_be_stopped_yet()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var outcome = await engine.Get<SweepCommands>().SubmitAsync(EngineUnderTest.Operator, Sweep(), null, None);
        var before = (await engine.Get<SweepQueries>().GetAsync(outcome.SweepId!, None))!;
        Assert.All(before.Members, line => Assert.Equal(OperationStatus.Requested, line.Submission!.Status));
        Assert.Equal("5e-5", before.Members[4].Values["--learning_rate"]);
        var stop = await engine.Get<SweepCommands>().StopAsync(EngineUnderTest.Operator, outcome.SweepId!, new CommandAsk(null), None);
        Assert.Equal((0, 16), (stop.Stoppable, stop.NotThere));
    }

    [Fact]
    public async Task Findings_of_all_jobs_are_told_once_with_the_jobs_they_are_of_and_an_error_submits_nothing()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var sweep = Sweep() with { Parameters = [new("sku", [Sample.Sku, "ecs.no-such-type"]), new("SEED", ["1", "2"])] };
        var preview = engine.Get<SweepCommands>().Preview(sweep);
        Assert.Equal([3, 4], Assert.Single(preview.Findings, one => one.Finding.Rule == "sku-unknown" && one.Finding.Field == "roles[0].sku").Members);
        Assert.Equal(2, preview.Unpriced);
        Assert.True(preview.IsBlocked);
        var outcome = await engine.Get<SweepCommands>().SubmitAsync(EngineUnderTest.Operator, sweep, null, None);
        Assert.Equal(Refusal.Invalid, outcome.Refusal);
        await engine.WorkAsync();
        Assert.Equal(0, engine.Calls("CreateJob"));
    }

    [Fact]
    public async Task A_viewer_may_neither_submit_nor_stop_and_the_audit_has_it()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var commands = engine.Get<SweepCommands>();
        Assert.Equal(Refusal.Forbidden, (await commands.SubmitAsync(EngineUnderTest.Viewer, Sweep(), null, None)).Refusal);
        var outcome = await commands.SubmitAsync(EngineUnderTest.Operator, Sweep(), null, None);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal(Refusal.Forbidden, (await commands.StopAsync(EngineUnderTest.Viewer, outcome.SweepId!, new CommandAsk(null), None)).Refusal);
        await using var db = engine.OpenDatabase();
        Assert.Equal(["Forbidden", "Accepted", "Forbidden"], db.Audit.OrderBy(row => row.Seq).Select(row => row.Outcome).ToList());
        Assert.Null(await AuditLog.FirstBrokenAsync(db, None));
    }

    private static SweepSpec Sweep() => new()
    {
        Base = Sample.Job("tune") with { Command = "sleep 7200 --learning_rate=1e-3" },
        Parameters = [new("--learning_rate", ["1e-5", "5e-5", "1e-4", "2e-4"]), new("SEED", ["1", "2", "3", "4"])],
    };
}
