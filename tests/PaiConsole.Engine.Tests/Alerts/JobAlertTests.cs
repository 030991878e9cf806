using System.Net.Http.Json;
using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Failures;
using PaiConsole.Emulator.World;
using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Resumption;
using PaiConsole.Engine.Tests.Hosting;
using PaiConsole.Engine.Tests.Resumption;

namespace PaiConsole.Engine.Tests.Alerts;

/// <summary>What somebody should know of a training job: once, with its money, and until it was dealt with.</summary>
public sealed class JobAlertTests
{
    [Theory]
    [InlineData("CudaOutOfMemory", FailureCause.CudaOutOfMemory, AlertFix.Open)]
    [InlineData("CommunicationTimeout", FailureCause.CommunicationTimeout, AlertFix.Resume)]
    [InlineData("ImagePull", FailureCause.ImagePull, AlertFix.Open)]
    [InlineData("WrongArgument", FailureCause.WrongArgument, AlertFix.Open)]
    public async Task A_failure_is_told_with_its_cause_and_what_was_spent_until_somebody_takes_note(string failure, FailureCause cause, AlertFix fix)
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await SubmitAsync(engine, failure: failure);
        await PassAsync(engine, 10);

        var alert = Assert.Single(await OpenAsync(engine));
        Assert.Equal(("job-failed", id, cause, fix), (alert.RuleId, alert.ResourceId, alert.Cause, alert.Fix));
        Assert.Equal(Sample.LedgerNanos(engine, "job", id), alert.Wasted(engine.Emulator.World.Clock.Now)!.Value.Nanos);
        Assert.NotEmpty(alert.Owner);

        await engine.Get<AlertCommands>().AcknowledgeAsync(EngineUnderTest.Operator, alert.Id, CancellationToken.None);
        for (var i = 0; i < 3; i++)
            await PassAsync(engine, 5);
        Assert.Empty(await OpenAsync(engine));
        Assert.NotNull(Assert.Single(await AllAsync(engine)).ResolvedAt);
    }

    [Fact]
    public async Task A_failed_job_that_is_deleted_or_forgotten_calls_nobody_any_more()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var deleted = await SubmitAsync(engine, "deleted", failure: "ScriptMissing");
        var forgotten = await SubmitAsync(engine, "forgotten", failure: "ScriptMissing");
        await PassAsync(engine, 10);
        Assert.Equal(2, (await OpenAsync(engine)).Count);
        await engine.Get<JobCommands>().DeleteAsync(EngineUnderTest.Operator, deleted, null, CancellationToken.None);
        await engine.WorkAsync();
        await PassAsync(engine, 1);
        Assert.Equal(forgotten, Assert.Single(await OpenAsync(engine)).ResourceId);
        await PassAsync(engine, 7 * 24 * 60);
        Assert.Empty(await OpenAsync(engine));
        Assert.Equal(2, (await AllAsync(engine)).Count);
    }

    [Fact]
    public async Task A_reclaim_that_no_policy_answers_is_told_once_and_closes_when_a_person_lets_the_run_go_on()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await SpotRun.SubmitAsync(engine, SpotRun.Spec(resumes: null));
        await SpotRun.ReclaimAsync(engine, id, 2000);
        await SpotRun.PassAsync(engine, 3600);

        var alert = Assert.Single(await OpenAsync(engine));
        Assert.Equal(("job-reclaimed", AlertFix.Resume, id), (alert.RuleId, alert.Fix, alert.ResourceId));
        Assert.Equal(Sample.LedgerNanos(engine, "job", id), alert.Wasted(engine.Emulator.World.Clock.Now)!.Value.Nanos);

        Assert.NotNull((await engine.Get<ResumeCommands>().ResumeAsync(EngineUnderTest.Operator, id, CancellationToken.None)).Operation);
        await engine.WorkAsync();
        await SpotRun.PassAsync(engine, 300);
        Assert.Empty(await OpenAsync(engine));
        Assert.NotNull(Assert.Single(await AllAsync(engine)).ResolvedAt);
    }

    [Fact]
    public async Task A_reclaim_that_its_policy_answers_calls_nobody_and_the_last_one_does()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await SpotRun.SubmitAsync(engine, SpotRun.Spec(resumes: 1));
        await SpotRun.ReclaimAsync(engine, id, 2000);
        await SpotRun.PassAsync(engine, 3600);
        Assert.Empty(await AllAsync(engine));
        var second = (await SpotRun.JobsAsync(engine, id))[1];
        await SpotRun.ReclaimAsync(engine, second, 1800);
        await SpotRun.PassAsync(engine, 3600);
        Assert.Equal(("job-reclaimed", second), Assert.Single((await AllAsync(engine)).Select(alert => (alert.RuleId, alert.ResourceId))));
    }

    [Fact]
    public async Task A_job_that_waits_is_told_without_money_and_closes_when_it_is_stopped()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await SubmitAsync(engine, failure: "Quota");
        await PassAsync(engine, 25);
        Assert.Empty(await OpenAsync(engine));
        await PassAsync(engine, 10);
        var alert = Assert.Single(await OpenAsync(engine));
        Assert.Equal(("job-stuck", AlertFix.Open, null), (alert.RuleId, alert.Fix, alert.Wasted(engine.Emulator.World.Clock.Now)));
        await engine.Get<JobCommands>().StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        await engine.WorkAsync();
        await PassAsync(engine, 2);
        Assert.Empty(await OpenAsync(engine));
        Assert.Single(await AllAsync(engine));
    }

    [Fact]
    public async Task Gpus_that_do_nothing_are_one_alert_across_a_restart_with_the_money_of_exactly_that_time()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await SubmitAsync(engine, seconds: 100_000);
        await PassAsync(engine, 20);
        Assert.Equal(0, engine.Calls("GetJobMetrics"));
        await LoadAsync(engine, id, 3);
        var idleFrom = engine.Emulator.World.Clock.Now;
        for (var i = 0; i < 5; i++)
            await PassAsync(engine, 5);
        Assert.Empty(await OpenAsync(engine));
        for (var i = 0; i < 3; i++)
            await PassAsync(engine, 5);
        var alert = Assert.Single(await OpenAsync(engine));
        Assert.Equal(("job-gpu-idle", AlertSeverity.Critical, AlertFix.Stop), (alert.RuleId, alert.Severity, alert.Fix));
        Assert.InRange(alert.Since, idleFrom, idleFrom.AddMinutes(5));
        var calls = engine.Calls("GetJobMetrics");
        for (var i = 0; i < 4; i++)
            await PassAsync(engine, 1);
        Assert.InRange(engine.Calls("GetJobMetrics") - calls, 0, 1);
        await engine.StopAsync();

        await using var again = await EngineUnderTest.StartAsync(emulator: engine.Emulator, database: engine.Database);
        await PassAsync(again, 30);
        Assert.Equal((alert.Id, alert.Since), Assert.Single((await OpenAsync(again)).Select(row => (row.Id, row.Since))));
        await again.Get<JobCommands>().StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        await again.WorkAsync();
        await PassAsync(again, 2);
        Assert.Empty(await OpenAsync(again));
        await using var db = again.OpenDatabase();
        var told = Assert.Single(db.Alerts.ToList());
        var end = db.Intervals.Single(row => row.ResourceId == id && row.IsBilled).To!.Value;
        Assert.Equal(new Money(told.RateNanos!.Value, "CNY").ForDuration(end - alert.Since).Nanos, told.SettledNanos);
    }

    [Fact]
    public async Task A_pause_in_the_work_that_is_over_closes_its_alert_with_the_money_up_to_the_work()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await SubmitAsync(engine, seconds: 100_000);
        await LoadAsync(engine, id, 0);
        for (var i = 0; i < 8; i++)
            await PassAsync(engine, 5);
        var alert = Assert.Single(await OpenAsync(engine));
        await LoadAsync(engine, id, 90);
        var workFrom = engine.Emulator.World.Clock.Now;
        // The cloud's time is known to the second, so that a look may fall due one pass later.
        for (var i = 0; i < 6; i++)
            await PassAsync(engine, 5);
        Assert.Empty(await OpenAsync(engine));
        await using var db = engine.OpenDatabase();
        var told = Assert.Single(db.Alerts.ToList());
        var rate = new Money(told.RateNanos!.Value, "CNY");
        Assert.InRange(told.SettledNanos!.Value, rate.ForDuration(workFrom - alert.Since).Nanos, rate.ForDuration(workFrom.AddMinutes(5) - alert.Since).Nanos);
    }

    [Fact]
    public async Task While_the_figures_fail_a_job_is_not_called_idle_and_an_alert_stays()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await SubmitAsync(engine, seconds: 100_000);
        await LoadAsync(engine, id, 0);
        engine.Emulator.World.Faults.Add(new Fault { Kind = "error500", Action = "GetJobMetrics" });
        for (var i = 0; i < 12; i++)
            await PassAsync(engine, 5);
        Assert.Empty(await OpenAsync(engine));
        engine.Emulator.World.Faults.Clear();
        await PassAsync(engine, 10);
        var alert = Assert.Single(await OpenAsync(engine));
        engine.Emulator.World.Faults.Add(new Fault { Kind = "error500", Action = "GetJobMetrics" });
        for (var i = 0; i < 6; i++)
            await PassAsync(engine, 5);
        // What is not known to be wasted is not counted.
        var later = Assert.Single(await OpenAsync(engine));
        Assert.Equal(alert.Id, later.Id);
        Assert.True(later.CountsTo < engine.Emulator.World.Clock.Now.AddMinutes(-20), $"{later.CountsTo}");
    }

    [Theory]
    [InlineData("12", null)]
    [InlineData(null, "12")]
    public async Task A_job_above_its_budget_is_told_with_what_it_costs_to_the_billionth(string? label, string? all)
    {
        await using var engine = await EngineUnderTest.StartAsync(settings: values => values["Alerts:JobBudget"] = all);
        var id = await SubmitAsync(engine, seconds: 100_000, label: label is null ? null : (JobLimits.BudgetLabel, label));
        await PassAsync(engine, 3);
        Assert.Empty(await OpenAsync(engine));
        for (var i = 0; i < 30; i++)
            await PassAsync(engine, 5);
        var alert = Assert.Single(await OpenAsync(engine), row => row.RuleId == "job-over-budget");
        var (row, now) = ((await engine.Get<JobQueries>().RowAsync(id, CancellationToken.None))!, engine.Emulator.World.Clock.Now);
        Assert.Equal(row.Cost.ToDate(now), alert.Wasted(now));
        Assert.InRange(row.Cost.ToDate(alert.Since)!.Value.Amount, 11.9m, 12m);

        await engine.Get<JobCommands>().StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        await engine.WorkAsync();
        await PassAsync(engine, 2);
        Assert.Empty(await OpenAsync(engine));
        await using var db = engine.OpenDatabase();
        Assert.Equal(Sample.LedgerNanos(engine, "job", id), Assert.Single(db.Alerts.ToList()).SettledNanos);
    }

    [Fact]
    public async Task A_job_that_runs_a_fifth_longer_than_planned_is_told_with_the_money_beyond_the_plan()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await SubmitAsync(engine, seconds: 6600, label: (JobLimits.PlannedLabel, "60"));
        await PassAsync(engine, 71);
        Assert.Empty(await OpenAsync(engine));
        for (var i = 0; i < 3; i++)
            await PassAsync(engine, 5);
        var alert = Assert.Single(await OpenAsync(engine));
        Assert.Equal(("job-over-plan", AlertFix.Stop), (alert.RuleId, alert.Fix));
        Assert.Equal(TimeSpan.FromMinutes(12), alert.Since - alert.CountsFrom!.Value);
        for (var i = 0; i < 8; i++)
            await PassAsync(engine, 5);
        await using var db = engine.OpenDatabase();
        var told = Assert.Single(db.Alerts.ToList());
        Assert.NotNull(told.ResolvedAt);
        // It ran for 110 minutes.
        Assert.Equal(new Money(told.RateNanos!.Value, "CNY").ForDuration(TimeSpan.FromMinutes(50)).Nanos, told.SettledNanos);
        Assert.Equal("Succeeded", (await engine.Get<JobQueries>().RowAsync(id, CancellationToken.None))!.StatusWord);
    }

    [Fact]
    public async Task The_watch_of_one_kind_leaves_the_alerts_of_the_other_alone()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var created = await engine.Get<NotebookCommands>().CreateAsync(EngineUnderTest.Operator, Sample.Notebook("left_on"), null, CancellationToken.None);
        await engine.WorkAsync();
        var job = await SubmitAsync(engine, failure: "ScriptMissing");
        for (var i = 0; i < 5; i++)
            await PassAsync(engine, 5);
        var before = await OpenAsync(engine);
        Assert.Equal(
            new[] { (ResourceKind.Notebook, (await engine.OperationAsync(created))!.TargetId!), (ResourceKind.Job, job) }.Order(),
            before.Select(alert => (alert.Kind, alert.ResourceId)).Order());
        foreach (var sync in engine.Syncs.Where(sync => sync.Key.StartsWith("Alerts.", StringComparison.Ordinal)).Reverse())
            Assert.Equal(0, (await sync.RunAsync(CancellationToken.None)).Changed);
        Assert.Equal(before.Select(alert => alert.Id).Order(StringComparer.Ordinal), (await OpenAsync(engine)).Select(alert => alert.Id).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await AllAsync(engine)).Count);
    }

    private static async Task<string> SubmitAsync(
        EngineUnderTest engine, string name = "train-nlp", int seconds = 60, string? failure = null, (string Key, string Value)? label = null)
    {
        var env = new Dictionary<string, string>(StringComparer.Ordinal) { ["PAI_EMULATOR_RUN_SECONDS"] = $"{seconds}" };
        if (failure is not null)
            env["PAI_EMULATOR_FAILURE"] = failure;
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (label is { } one)
            labels[one.Key] = one.Value;
        return await SpotRun.SubmitAsync(engine, Sample.Job(name, seconds, workers: 1) with { Env = env, Labels = labels });
    }

    private static async Task PassAsync(EngineUnderTest engine, int minutes)
    {
        engine.Advance(60 * minutes);
        await engine.LookAtAllAsync();
        await engine.WorkAsync();
    }

    private static async Task<IReadOnlyList<AlertRow>> OpenAsync(EngineUnderTest engine) =>
        (await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items;

    private static async Task<IReadOnlyList<AlertRow>> AllAsync(EngineUnderTest engine) =>
        [.. await OpenAsync(engine), .. (await engine.Get<AlertQueries>().ListAsync(AlertShelf.Resolved, 0, 50, CancellationToken.None)).Items];

    private static Task LoadAsync(EngineUnderTest engine, string id, double gpu) => PostAsync(engine, $"jobs/{id}/load", new { gpuPercent = gpu, cpuPercent = 70 });

    private static async Task PostAsync(EngineUnderTest engine, string path, object body)
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsJsonAsync(new Uri($"{engine.Emulator.Url}/_emulator/{path}"), body, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
