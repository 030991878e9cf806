using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Notebooks.Idleness;
using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Alerts;

/// <summary>An A100 that somebody left on a Friday.</summary>
public sealed class ForgottenGpuTests
{
    private const string A100 = "ecs.gn7-c12g1.3xlarge";
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    [Fact]
    public async Task It_raises_one_alert_stands_first_on_the_board_with_its_money_and_closes_when_it_is_stopped()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var cheap = await CreateAsync(engine, "cheap_a10", Sample.Sku);
        var forgotten = await CreateAsync(engine, "left_on", A100);
        await LoadAsync(engine, cheap, 0, 0);
        await LoadAsync(engine, forgotten, 60, 80);
        await PassAsync(engine, TimeSpan.FromMinutes(30));
        await LoadAsync(engine, forgotten, 0, 0);
        var idleFrom = engine.Emulator.World.Clock.Now;
        for (var i = 0; i < 12; i++)
            await PassAsync(engine, TimeSpan.FromMinutes(40));

        var alerts = await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None);
        var alert = Assert.Single(alerts.Items, row => row.ResourceId == forgotten);
        Assert.Equal(("gpu-idle", AlertSeverity.Critical, AlertFix.Stop), (alert.RuleId, alert.Severity, alert.Fix));
        Assert.InRange(alert.Since, idleFrom, idleFrom + TimeSpan.FromMinutes(5));

        var board = await engine.Get<NotebookQueries>().GpuHoldersAsync(CancellationToken.None);
        Assert.Equal([forgotten, cheap], board.Select(row => row.Id));
        var now = engine.Emulator.World.Clock.Now;
        Assert.Equal(board[0].Cost.PerHour!.Value.ForDuration(now - board[0].IdleSince!.Value), board[0].Wasted(now));
        Assert.Equal(board[0].Wasted(now), alert.Wasted(now));
        Assert.True(board[0].Wasted(now)!.Value.CompareTo(board[1].Wasted(now)!.Value) > 0);

        await engine.Get<NotebookCommands>().StopAsync(EngineUnderTest.Operator, forgotten, null, CancellationToken.None);
        await engine.WorkAsync();
        await PassAsync(engine, TimeSpan.FromMinutes(2));
        await using var db = engine.OpenDatabase();
        var told = Assert.Single(db.Alerts.Where(row => row.ResourceId == forgotten).ToList());
        Assert.NotNull(told.ResolvedAt);
        var interval = db.Intervals.Single(row => row.ResourceId == forgotten && row.IsBilled);
        // To the billionth what the idle run cost until the machine was given back.
        var run = db.IdleRuns.Single(row => row.ResourceId == forgotten && row.End == IdleEnd.Stopped);
        Assert.Equal((interval.To, false), (run.To, run.StoppedByRule));
        Assert.Equal(new Money(told.RateNanos!.Value, "CNY").ForDuration(run.To - run.From).Nanos, told.SettledNanos);
    }

    [Fact]
    public async Task The_alert_outlives_a_restart_without_a_twin_and_waits_while_the_figures_fail()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var id = await CreateAsync(engine, "left_on", A100);
        await LoadAsync(engine, id, 0, 0);
        for (var i = 0; i < 8; i++)
            await PassAsync(engine, TimeSpan.FromMinutes(10));
        await engine.StopAsync();

        await using var again = await EngineUnderTest.StartAsync(emulator: engine.Emulator, database: engine.Database);
        for (var i = 0; i < 3; i++)
            await PassAsync(again, TimeSpan.FromMinutes(10));
        var alert = Assert.Single((await again.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
        Assert.Equal("gpu-idle", alert.RuleId);

        await LoadAsync(again, id, 60, 80);
        await PassAsync(again, TimeSpan.FromMinutes(10));
        await PassAsync(again, TimeSpan.FromMinutes(15));
        alert = Assert.Single((await again.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
        Assert.Equal("outside-hours", alert.RuleId);
    }

    [Fact]
    public async Task People_take_note_and_put_off_and_what_grows_worse_calls_again()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var id = await CreateAsync(engine, "left_on", A100);
        await LoadAsync(engine, id, 60, 80);
        await PassAsync(engine, TimeSpan.FromMinutes(20));
        var (queries, commands) = (engine.Get<AlertQueries>(), engine.Get<AlertCommands>());
        var alert = Assert.Single((await queries.ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
        Assert.Equal((1, "no-auto-stop"), (await queries.CallingAsync(CancellationToken.None), alert.RuleId));

        Assert.Equal(Refusal.Forbidden, (await commands.AcknowledgeAsync(EngineUnderTest.Viewer, alert.Id, CancellationToken.None)).Refusal);
        Assert.Equal(Refusal.None, (await commands.AcknowledgeAsync(EngineUnderTest.Operator, alert.Id, CancellationToken.None)).Refusal);
        Assert.Equal(0, await queries.CallingAsync(CancellationToken.None));
        var now = engine.Emulator.World.Clock.Now;
        Assert.Equal(Refusal.Invalid, (await commands.SnoozeAsync(EngineUnderTest.Operator, alert.Id, now, CancellationToken.None)).Refusal);
        Assert.Equal(Refusal.None, (await commands.SnoozeAsync(EngineUnderTest.Operator, alert.Id, now.AddDays(2), CancellationToken.None)).Refusal);
        Assert.Empty((await queries.ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
        Assert.Single((await queries.ListAsync(AlertShelf.Snoozed, 0, 50, CancellationToken.None)).Items);

        await LoadAsync(engine, id, 0, 0);
        for (var i = 0; i < 6; i++)
            await PassAsync(engine, TimeSpan.FromMinutes(10));
        Assert.Equal("gpu-idle", Assert.Single((await queries.ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items).RuleId);
        Assert.Equal(1, await queries.CallingAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_rule_that_stops_it_in_time_leaves_no_alert_behind()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var id = await CreateAsync(engine, "with_rule", A100, new IdleRule(20, 10, 20));
        await LoadAsync(engine, id, 0, 0);
        for (var i = 0; i < 12; i++)
            await PassAsync(engine, TimeSpan.FromMinutes(5));
        Assert.Equal("Stopped", (await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!.StatusWord);
        Assert.Equal(0, (await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Total);
        await using var db = engine.OpenDatabase();
        Assert.Empty(db.Alerts);
        var run = Assert.Single(db.IdleRuns);
        Assert.True(run.StoppedByRule);
        Assert.Equal(20, run.RuleMinutes);
    }

    [Fact]
    public async Task Mondays_report_adds_up_to_the_state_intervals_and_says_what_rules_saved()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var forgotten = await CreateAsync(engine, "left_on", A100);
        var ruled = await CreateAsync(engine, "with_rule", A100, new IdleRule(20, 10, 60));
        var used = await CreateAsync(engine, "at_work", Sample.Sku);
        await LoadAsync(engine, forgotten, 0, 0);
        await LoadAsync(engine, ruled, 0, 0);
        await LoadAsync(engine, used, 70, 90);
        for (var i = 0; i < 16; i++)
            await PassAsync(engine, TimeSpan.FromHours(4));

        var reports = engine.Get<LeftOnReports>();
        var (from, to) = reports.Weekend();
        var report = await reports.OfAsync(from, to, CancellationToken.None);
        Assert.Equal(TimeSpan.FromHours(62), report.To - report.From);
        Assert.Equal([forgotten, ruled, used], report.Lines.Select(line => line.Id));

        await using var db = engine.OpenDatabase();
        long Brute(string? id) => db.Intervals.Where(row => row.IsBilled).AsEnumerable().Where(row => id is null || row.ResourceId == id).Sum(row =>
        {
            var (begin, end) = (row.From > from ? row.From : from, row.To is { } at && at < to ? at : to);
            return end > begin ? new Money(row.RateNanos!.Value, row.Currency).ForDuration(end - begin).Nanos : 0;
        });
        Assert.Equal(Brute(null), report.Cost.Nanos);
        Assert.All(report.Lines, line => Assert.Equal(Brute(line.Id), line.Cost!.Value.Nanos));
        Assert.Equal(report.Cost.Nanos, report.Lines.Sum(line => line.Cost!.Value.Nanos));
        Assert.Equal(report.IdleCost.Nanos, report.Lines.Sum(line => line.IdleCost?.Nanos ?? 0));

        var (lost, stopped, busy) = (report.Lines[0], report.Lines[1], report.Lines[2]);
        Assert.InRange(lost.Idle, lost.Ran - TimeSpan.FromHours(1), lost.Ran);
        Assert.InRange(lost.IdleCost!.Value.Nanos - lost.CouldSave!.Value.Nanos, 1, db.Notebooks.Single(row => row.Id == forgotten).RateNanos!.Value);
        Assert.True(stopped.Saved!.Value.Nanos > 50 * db.Notebooks.Single(row => row.Id == ruled).RateNanos!.Value, "It was stopped on Friday night.");
        Assert.Null(stopped.CouldSave);
        Assert.Equal((null, TimeSpan.Zero), (busy.Saved, busy.Idle));
    }

    [Fact]
    public async Task A_gap_in_the_figures_ends_the_idle_run_and_an_alert_neither_opens_nor_closes_meanwhile()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var id = await CreateAsync(engine, "left_on", A100);
        await engine.Get<NotebookCommands>().SetShutdownTimerAsync(
            EngineUnderTest.Operator, id, engine.Emulator.World.Clock.Now.AddDays(2), null, CancellationToken.None);
        await engine.WorkAsync();
        await LoadAsync(engine, id, 0, 0);
        await PassAsync(engine, TimeSpan.FromMinutes(20));
        await PostAsync(engine, $"notebooks/{id}/metrics-gap", """{"minutes":60}""");
        await PassAsync(engine, TimeSpan.FromMinutes(40));
        // It would have idled for an hour by now, but nobody knows.
        Assert.Empty((await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
        Assert.False((await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!.IsIdleKnown(engine.Emulator.World.Clock.Now));

        await PassAsync(engine, TimeSpan.FromMinutes(30));
        var row = (await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!;
        Assert.True(row.IsIdleKnown(engine.Emulator.World.Clock.Now));
        Assert.InRange(engine.Emulator.World.Clock.Now - row.IdleSince!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(15));
        await using var db = engine.OpenDatabase();
        Assert.Equal(IdleEnd.Gap, Assert.Single(db.IdleRuns).End);
        Assert.Empty((await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
        await PassAsync(engine, TimeSpan.FromMinutes(40));
        Assert.Single((await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task Saving_an_image_is_part_of_the_session_and_makes_no_second_alert()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var id = await CreateAsync(engine, "left_on", A100);
        await LoadAsync(engine, id, 0, 0);
        for (var i = 0; i < 5; i++)
            await PassAsync(engine, TimeSpan.FromMinutes(10));
        var before = Assert.Single((await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
        var idleSince = (await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!.IdleSince;
        await engine.Get<PaiConsole.Cloud.Dsw.IDswApi>().CreateInstanceSnapshotAsync(
            id, new PaiConsole.Cloud.Dsw.CreateInstanceSnapshotRequest { ImageUrl = "registry.example.com/team/left-on:v1", SnapshotName = "left-on" }, CancellationToken.None);
        await PassAsync(engine, TimeSpan.FromSeconds(10));
        Assert.Equal("Saving", (await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!.StatusWord);
        await PassAsync(engine, TimeSpan.FromMinutes(10));
        var row = (await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!;
        Assert.Equal(("Running", idleSince), (row.StatusWord, row.IdleSince));
        await using var db = engine.OpenDatabase();
        Assert.Equal(before.Id, Assert.Single(db.Alerts.ToList()).Id);
        Assert.Empty(db.IdleRuns);
    }

    [Fact]
    public async Task A_stop_by_a_person_is_no_merit_of_the_rule()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var id = await CreateAsync(engine, "by_hand", A100, new IdleRule(20, 10, 60));
        await LoadAsync(engine, id, 0, 0);
        for (var i = 0; i < 5; i++)
            await PassAsync(engine, TimeSpan.FromMinutes(11));
        await engine.Get<NotebookCommands>().StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        await engine.WorkAsync();
        await PassAsync(engine, TimeSpan.FromMinutes(2));
        await using var db = engine.OpenDatabase();
        Assert.False(Assert.Single(db.IdleRuns).StoppedByRule);
        var (from, to) = engine.Get<LeftOnReports>().Weekend();
        engine.Emulator.World.Advance(TimeSpan.FromDays(3));
        await engine.LookAtAllAsync();
        Assert.Null(Assert.Single((await engine.Get<LeftOnReports>().OfAsync(from, to, CancellationToken.None)).Lines).Saved);
    }

    [Fact]
    public async Task A_policy_that_stops_it_is_one_and_the_weekend_does_not_forget_what_was_moved_to_a_cpu()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var (policed, moved) = (await CreateAsync(engine, "policed", A100), "");
        var workspace = (await engine.Get<NotebookQueries>().RowAsync(policed, CancellationToken.None))!.WorkspaceId;
        await LoadAsync(engine, policed, 0, 0);
        await PostAsync(engine, $"workspaces/{workspace}/auto-shutdown-policy", """{"minutes":40,"cpuPercent":5,"gpuPercent":5}""");
        for (var i = 0; i < 6; i++)
            await PassAsync(engine, TimeSpan.FromMinutes(10));
        await PostAsync(engine, $"workspaces/{workspace}/auto-shutdown-policy", """{"minutes":null}""");
        moved = await CreateAsync(engine, "moved", A100);
        await LoadAsync(engine, moved, 0, 0);
        for (var i = 0; i < 5; i++)
            await PassAsync(engine, TimeSpan.FromHours(6));
        var (from, to) = engine.Get<LeftOnReports>().Weekend();
        engine.Emulator.World.Advance(TimeSpan.FromDays(2));
        await engine.LookAtAllAsync();
        var before = await engine.Get<LeftOnReports>().OfAsync(from, to, CancellationToken.None);
        await using (var db = engine.OpenDatabase())
            Assert.True(db.IdleRuns.Single(row => row.ResourceId == policed).StoppedByRule);
        Assert.True(before.Lines.Single(line => line.Id == policed).Saved is { Nanos: > 0 });
        Assert.True(before.Lines.Single(line => line.Id == policed).CouldSave is null or { Nanos: 0 });

        await engine.Get<NotebookCommands>().MoveAsync(EngineUnderTest.Operator, moved, "ecs.g7.xlarge", start: true, null, CancellationToken.None);
        for (var i = 0; i < 4; i++)
        {
            await engine.WorkAsync();
            await PassAsync(engine, TimeSpan.FromMinutes(1));
        }
        Assert.Equal("ecs.g7.xlarge", (await engine.Get<NotebookQueries>().RowAsync(moved, CancellationToken.None))!.Sku);
        var after = await engine.Get<LeftOnReports>().OfAsync(from, to, CancellationToken.None);
        Assert.Equal(before.Cost, after.Cost);
        Assert.Equal(before.Lines.Select(line => line.Id), after.Lines.Select(line => line.Id));
    }

    [Fact]
    public async Task A_change_of_type_does_not_renew_the_days_of_the_disk()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var id = await CreateAsync(engine, "stopped", A100);
        await engine.Get<NotebookCommands>().StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        await engine.WorkAsync();
        await PassAsync(engine, TimeSpan.FromMinutes(2));
        await PassAsync(engine, TimeSpan.FromDays(13));
        var alert = Assert.Single((await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
        Assert.Equal("disk-wipe", alert.RuleId);

        await engine.Get<NotebookCommands>().MoveAsync(EngineUnderTest.Operator, id, Sample.Sku, start: false, null, CancellationToken.None);
        for (var i = 0; i < 3; i++)
        {
            await engine.WorkAsync();
            await PassAsync(engine, TimeSpan.FromMinutes(1));
        }
        Assert.Equal(Sample.Sku, (await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!.Sku);
        Assert.Equal(alert.Id, Assert.Single((await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items).Id);
        Assert.InRange((await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!.HeldUntil!.Value, alert.OpenedAt.AddDays(-14), alert.OpenedAt.AddDays(-12));
    }

    [Fact]
    public async Task A_busy_cpu_keeps_an_idle_gpu_from_counting()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var id = await CreateAsync(engine, "packing", A100, new IdleRule(20, 10, 30));
        await LoadAsync(engine, id, 90, 0);
        for (var i = 0; i < 4; i++)
            await PassAsync(engine, TimeSpan.FromMinutes(20));
        var row = (await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!;
        Assert.Equal(("Running", (DateTimeOffset?)null, true), (row.StatusWord, row.IdleSince, row.IsIdleKnown(engine.Emulator.World.Clock.Now)));
        Assert.Empty((await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task A_policy_of_the_workspace_counts_as_something_that_stops_it()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await FridayAsync(engine);
        var id = await CreateAsync(engine, "left_on", A100);
        await LoadAsync(engine, id, 60, 80);
        var workspace = (await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!.WorkspaceId;
        await PostAsync(engine, $"workspaces/{workspace}/auto-shutdown-policy", """{"minutes":1440,"cpuPercent":1,"gpuPercent":1}""");
        await PassAsync(engine, TimeSpan.FromMinutes(20));
        await PassAsync(engine, TimeSpan.FromMinutes(20));
        Assert.Empty((await engine.Get<AlertQueries>().ListAsync(AlertShelf.Open, 0, 50, CancellationToken.None)).Items);
        var policy = Assert.Single((await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!.Policies);
        Assert.Equal("Workspace", policy.Source);
        Assert.Contains("1440", policy.Expression, StringComparison.Ordinal);
    }

    /// <summary>To the next Friday, half past seven in the evening in Shanghai.</summary>
    private static async Task FridayAsync(EngineUnderTest engine)
    {
        var there = engine.Emulator.World.Clock.Now.ToOffset(China);
        var friday = new DateTimeOffset(there.Date, China).AddDays(((int)DayOfWeek.Friday - (int)there.DayOfWeek + 7) % 7).AddHours(19.5);
        if (friday <= there)
            friday = friday.AddDays(7);
        engine.Emulator.World.Advance(friday - there);
        await engine.LookAtAllAsync();
    }

    private static async Task<string> CreateAsync(EngineUnderTest engine, string name, string sku, IdleRule? rule = null)
    {
        var created = await engine.Get<NotebookCommands>().CreateAsync(
            EngineUnderTest.Operator, Sample.Notebook(name) with { Sku = sku, IdleRule = rule }, null, CancellationToken.None);
        await engine.WorkAsync();
        await PassAsync(engine, TimeSpan.FromMinutes(3));
        return (await engine.OperationAsync(created))!.TargetId!;
    }

    private static async Task PassAsync(EngineUnderTest engine, TimeSpan time)
    {
        engine.Emulator.World.Advance(time);
        await engine.LookAtAllAsync();
        await engine.WorkAsync();
    }

    private static Task LoadAsync(EngineUnderTest engine, string id, double cpu, double gpu) =>
        PostAsync(engine, $"notebooks/{id}/load", $$"""{"cpuPercent":{{cpu}},"gpuPercent":{{gpu}}}""");

    private static async Task PostAsync(EngineUnderTest engine, string path, string body)
    {
        using var client = new HttpClientHandler();
        using var invoker = new HttpMessageInvoker(client);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{engine.Emulator.Url}/_emulator/{path}")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        using var answer = await invoker.SendAsync(request, CancellationToken.None);
        answer.EnsureSuccessStatusCode();
    }
}
