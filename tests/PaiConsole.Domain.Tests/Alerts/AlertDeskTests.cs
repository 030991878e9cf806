using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Notebooks.Idleness;

namespace PaiConsole.Domain.Tests.Alerts;

public sealed class AlertDeskTests
{
    // Friday, 18:30 in Shanghai.
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 10, 30, 0, TimeSpan.Zero);
    // Figures reach as far as any of these tests does.
    private static readonly DateTimeOffset Later = Friday.AddDays(3);
    private static readonly AlertSettings Settings = new();
    private static readonly IReadOnlyList<IAlertRule<NotebookWatch>> LeftOn = [.. AlertRules.Notebooks.Where(rule => rule.Topic == AlertTopics.LeftOn)];

    private static NotebookWatch Running(DateTimeOffset since, DateTimeOffset? idleSince = null, bool known = true, bool stops = false, bool gpu = true) => new()
    {
        Status = NotebookStatus.Running, StatusSince = since, HasGpu = gpu, Idle = new IdleState(idleSince, idleSince is null ? since : Later), IsIdleKnown = known, IsStoppedByItself = stops,
    };

    [Fact]
    public void An_idle_gpu_is_told_once_it_has_idled_for_long_enough()
    {
        var notebook = Running(Friday, Friday.AddMinutes(5), stops: true);
        Assert.Equal(AlertStep.Keep, AlertDesk.Decide(null, LeftOn, notebook, Settings, Friday.AddMinutes(34)).Step);
        var told = AlertDesk.Decide(null, LeftOn, notebook, Settings, Friday.AddMinutes(35));
        Assert.Equal((AlertStep.Open, "gpu-idle", Friday.AddMinutes(5)), (told.Step, told.Rule!.Id, told.Reading.CountsFrom));
    }

    [Fact]
    public void One_alert_says_the_worst_and_grows_with_it()
    {
        Assert.Equal("no-auto-stop", AlertDesk.Decide(null, LeftOn, Running(Friday), Settings, Friday.AddMinutes(20)).Rule!.Id);
        var late = AlertDesk.Decide(new OpenAlert("no-auto-stop", null), LeftOn, Running(Friday), Settings, Friday.AddHours(2));
        Assert.Equal((AlertStep.Change, "outside-hours", Friday.AddMinutes(30)), (late.Step, late.Rule!.Id, late.Reading.Since));
        var idle = AlertDesk.Decide(new OpenAlert("outside-hours", null), LeftOn, Running(Friday, Friday.AddMinutes(90)), Settings, Friday.AddHours(3));
        Assert.Equal((AlertStep.Change, "gpu-idle"), (idle.Step, idle.Rule!.Id));
    }

    [Fact]
    public void A_short_use_does_not_make_two_alerts_of_one()
    {
        var used = Running(Friday, stops: true);
        Assert.Equal(AlertStep.Clearing, AlertDesk.Decide(new OpenAlert("gpu-idle", null), LeftOn, used, Settings, Friday.AddHours(1)).Step);
        Assert.Equal(AlertStep.Keep, AlertDesk.Decide(new OpenAlert("gpu-idle", Friday.AddHours(1)), LeftOn, used, Settings, Friday.AddMinutes(65)).Step);
        var again = AlertDesk.Decide(new OpenAlert("gpu-idle", Friday.AddHours(1)), LeftOn, Running(Friday, Friday.AddMinutes(66), stops: true), Settings, Friday.AddMinutes(67));
        Assert.Equal((AlertStep.Change, Friday.AddMinutes(66)), (again.Step, again.Reading.Since));
        Assert.Equal(AlertStep.Resolve, AlertDesk.Decide(new OpenAlert("gpu-idle", Friday.AddHours(1)), LeftOn, used, Settings, Friday.AddMinutes(70)).Step);
    }

    [Fact]
    public void When_it_was_used_again_what_is_milder_takes_over()
    {
        var milder = AlertDesk.Decide(new OpenAlert("gpu-idle", Friday), LeftOn, Running(Friday.AddHours(-3)), Settings, Friday.AddMinutes(20));
        Assert.Equal((AlertStep.Change, "no-auto-stop"), (milder.Step, milder.Rule!.Id));
    }

    [Fact]
    public void Without_figures_an_alert_neither_opens_nor_closes()
    {
        var unknown = Running(Friday, Friday, known: false, stops: true);
        Assert.Equal(AlertStep.Keep, AlertDesk.Decide(null, LeftOn, unknown, Settings, Friday.AddHours(5)).Step);
        Assert.Equal(AlertStep.Keep, AlertDesk.Decide(new OpenAlert("gpu-idle", null), LeftOn, unknown, Settings, Friday.AddHours(5)).Step);
    }

    [Theory]
    [InlineData(NotebookStatus.Stopping)]
    [InlineData(NotebookStatus.Stopped)]
    [InlineData(NotebookStatus.Failed)]
    public void What_was_stopped_closes_its_alert_at_once(NotebookStatus status) => Assert.Equal(
        AlertStep.Resolve,
        AlertDesk.Decide(new OpenAlert("gpu-idle", null), LeftOn, Running(Friday, Friday) with { Status = status }, Settings, Friday.AddHours(1)).Step);

    [Fact]
    public void A_cpu_type_is_nobodys_weekend() =>
        Assert.Equal(AlertStep.Keep, AlertDesk.Decide(null, LeftOn, Running(Friday, Friday, gpu: false), Settings, Friday.AddDays(2)).Step);

    [Theory]
    [InlineData(11.9, AlertStep.Keep)]
    [InlineData(12.1, AlertStep.Open)]
    [InlineData(14.9, AlertStep.Open)]
    [InlineData(15.1, AlertStep.Keep)]
    public void The_wipe_of_a_disk_is_told_three_days_before(double days, AlertStep expected) => Assert.Equal(
        expected,
        AlertDesk.Decide(
            null, [.. AlertRules.Notebooks.Where(rule => rule.Topic == AlertTopics.Disk)],
            new NotebookWatch { Status = NotebookStatus.Stopped, StatusSince = Friday, Sku = "ecs.g7.xlarge" }, Settings, Friday.AddDays(days)).Step);

    [Fact]
    public void Whatever_happens_there_is_never_a_second_alert_and_each_one_ends_once()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            OpenAlert? open = null;
            var now = Friday;
            var (opened, resolved) = (0, 0);
            for (var step = 0; step < 60; step++)
            {
                now = now.AddMinutes(random.Next(1, 40));
                var notebook = random.Next(12) == 0
                    ? Running(now) with { Status = NotebookStatus.Stopped }
                    : Running(Friday, random.Next(2) == 0 ? now.AddMinutes(-random.Next(90)) : null, random.Next(5) > 0, random.Next(2) == 0);
                var decision = AlertDesk.Decide(open, LeftOn, notebook, Settings, now);
                Assert.True(decision.Step != AlertStep.Open || open is null, $"seed {seed}");
                Assert.True(decision.Step is AlertStep.Open or AlertStep.Keep || open is not null, $"seed {seed}");
                (open, opened, resolved) = decision.Step switch
                {
                    AlertStep.Open => (new OpenAlert(decision.Rule!.Id, null), opened + 1, resolved),
                    AlertStep.Change => (new OpenAlert(decision.Rule!.Id, null), opened, resolved),
                    AlertStep.Clearing => (open!.Value with { ClearSince = now }, opened, resolved),
                    AlertStep.Resolve => (null, opened, resolved + 1),
                    _ => (open, opened, resolved),
                };
            }
            Assert.Equal(opened, resolved + (open is null ? 0 : 1));
        }
    }
}
