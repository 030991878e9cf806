using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks.Idleness;

namespace PaiConsole.Domain.Tests.Alerts;

/// <summary>Each rule over jobs: when it speaks, when not, and when it is over.</summary>
public sealed class JobRuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 4, 0, 0, TimeSpan.Zero);
    private static readonly AlertSettings Settings = new();

    private static readonly JobWatch Running = new()
    {
        Status = JobStatus.Running, StatusSince = Noon, BilledSince = Noon, HasGpu = true, PerHour = Money.Cny(60), Settled = Money.Cny(0),
    };
    private static readonly JobWatch Failed = Running with { Status = JobStatus.Failed, BilledSince = null };
    private static readonly JobWatch Reclaimed = Failed with { IsReclaimed = true };
    private static readonly JobWatch Waiting = Running with { Status = JobStatus.Queuing, BilledSince = null, WaitsSince = Noon };

    [Fact]
    public void A_failure_is_told_at_once_and_for_a_week()
    {
        Assert.Equal((AlertStep.Open, Noon), Open(AlertTopics.End, Failed, TimeSpan.Zero, "job-failed"));
        Assert.Equal(AlertStep.Open, Decide(AlertTopics.End, Failed, TimeSpan.FromDays(7)).Step);
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.End, Failed, TimeSpan.FromDays(7.1)).Step);
        Assert.Equal(AlertStep.Resolve, Decide(AlertTopics.End, Failed, TimeSpan.FromDays(7.1), "job-failed").Step);
    }

    [Fact]
    public void It_is_over_once_somebody_has_dealt_with_it()
    {
        foreach (var dealt in new[] { Failed with { IsNoted = true }, Failed with { IsGone = true }, Failed with { Resumption = JobResumption.Done } })
        {
            Assert.Equal(AlertStep.Keep, Decide(AlertTopics.End, dealt, TimeSpan.Zero).Step);
            Assert.Equal(AlertStep.Resolve, Decide(AlertTopics.End, dealt, TimeSpan.Zero, "job-failed").Step);
        }
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.End, Failed with { Status = JobStatus.Unknown }, TimeSpan.Zero, "job-failed").Step);
    }

    [Theory]
    [InlineData(JobStatus.Succeeded)]
    [InlineData(JobStatus.Stopped)]
    [InlineData(JobStatus.Running)]
    public void What_did_not_fail_is_no_failure(JobStatus status) =>
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.End, Failed with { Status = status }, TimeSpan.FromDays(1)).Step);

    [Fact]
    public void Machines_that_were_taken_are_told_unless_the_run_goes_on()
    {
        Assert.Equal((AlertStep.Open, Noon), Open(AlertTopics.End, Reclaimed, TimeSpan.Zero, "job-reclaimed"));
        Assert.Equal(AlertStep.Open, Decide(AlertTopics.End, Reclaimed with { Status = JobStatus.Stopped }, TimeSpan.Zero).Step);
        var underWay = Reclaimed with { Resumption = JobResumption.UnderWay };
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.End, underWay, TimeSpan.FromHours(1)).Step);
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.End, underWay, TimeSpan.FromHours(1), "job-reclaimed").Step);
        foreach (var dealt in new[] { Reclaimed with { IsNoted = true }, Reclaimed with { IsGone = true }, Reclaimed with { Resumption = JobResumption.Done } })
            Assert.Equal(AlertStep.Resolve, Decide(AlertTopics.End, dealt, TimeSpan.FromHours(1), "job-reclaimed").Step);
        Assert.Equal(AlertStep.Resolve, Decide(AlertTopics.End, Reclaimed, TimeSpan.FromDays(8), "job-reclaimed").Step);
    }

    [Theory]
    [InlineData(29, AlertStep.Keep)]
    [InlineData(30, AlertStep.Open)]
    public void A_job_that_waits_for_half_an_hour_is_stuck(int minutes, AlertStep step)
    {
        var decision = Decide(AlertTopics.Queue, Waiting, TimeSpan.FromMinutes(minutes));
        Assert.Equal((step, null), (decision.Step, decision.Reading.CountsFrom));
        Assert.Equal(AlertStep.Resolve, Decide(AlertTopics.Queue, Running, TimeSpan.FromMinutes(minutes), "job-stuck").Step);
    }

    [Fact]
    public void Gpus_that_do_nothing_are_told_with_the_instant_from_which_they_waste()
    {
        var idle = Idle(Noon.AddMinutes(10));
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.LeftOn, idle, TimeSpan.FromMinutes(39)).Step);
        var told = Decide(AlertTopics.LeftOn, idle, TimeSpan.FromMinutes(40));
        Assert.Equal((AlertStep.Open, Noon.AddMinutes(10), AlertSeverity.Critical), (told.Step, told.Reading.CountsFrom, told.Severity));
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.LeftOn, idle with { HasGpu = false }, TimeSpan.FromHours(2)).Step);
        Assert.Equal(AlertStep.Clearing, Decide(AlertTopics.LeftOn, Idle(null), TimeSpan.FromHours(1), "job-gpu-idle").Step);
        Assert.Equal(AlertStep.Resolve, Decide(AlertTopics.LeftOn, Failed, TimeSpan.FromHours(1), "job-gpu-idle").Step);
    }

    [Fact]
    public void Without_figures_nobody_calls_a_gpu_idle_or_busy()
    {
        var unknown = Idle(Noon) with { IsUseKnown = false };
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.LeftOn, unknown, TimeSpan.FromHours(5)).Step);
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.LeftOn, unknown, TimeSpan.FromHours(5), "job-gpu-idle").Step);
        // Figures reach to twenty minutes: what came after may have been work.
        var old = Idle(Noon) with { Use = new IdleState(Noon, Noon.AddMinutes(20)) };
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.LeftOn, old, TimeSpan.FromHours(5)).Step);
    }

    [Fact]
    public void A_budget_is_crossed_at_an_instant_that_follows_from_the_rate()
    {
        // ¥10 were settled, ¥60 an hour: ¥40 are reached after half an hour.
        var job = Running with { Settled = Money.Cny(10), Limits = new JobLimits(Money.Cny(40), null) };
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.Budget, job, TimeSpan.FromMinutes(30)).Step);
        foreach (var minutes in new[] { 31, 300 })
            Assert.Equal((AlertStep.Open, Noon.AddMinutes(30)), Open(AlertTopics.Budget, job, TimeSpan.FromMinutes(minutes), "job-over-budget"));
        Assert.Equal(AlertStep.Resolve, Decide(AlertTopics.Budget, job with { Status = JobStatus.Stopped, BilledSince = null }, TimeSpan.FromHours(5), "job-over-budget").Step);
        Assert.Equal(AlertStep.Resolve, Decide(AlertTopics.Budget, job with { Limits = default }, TimeSpan.FromHours(5), "job-over-budget").Step);
    }

    [Fact]
    public void The_label_of_a_job_stands_before_the_limit_for_all_and_an_unknown_price_is_no_verdict()
    {
        var all = Settings with { JobBudget = Money.Cny(20) };
        var labelled = Running with { Limits = new JobLimits(Money.Cny(500), null) };
        Assert.Equal(AlertStep.Open, Decide(AlertTopics.Budget, Running, TimeSpan.FromHours(1), settings: all).Step);
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.Budget, labelled, TimeSpan.FromHours(1), settings: all).Step);
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.Budget, Running, TimeSpan.FromHours(1)).Step);
        var unpriced = Running with { PerHour = null };
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.Budget, unpriced, TimeSpan.FromHours(9), settings: all).Step);
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.Budget, unpriced, TimeSpan.FromHours(9), "job-over-budget", all).Step);
    }

    [Theory]
    [InlineData(0, 72, AlertStep.Keep)]
    [InlineData(0, 73, AlertStep.Open)]
    [InlineData(50, 22, AlertStep.Keep)]
    [InlineData(50, 23, AlertStep.Open)]
    public void A_fifth_beyond_the_plan_is_told_over_all_restarts(int before, int minutes, AlertStep step)
    {
        var job = Running with { Limits = new JobLimits(null, TimeSpan.FromHours(1)), RanBefore = TimeSpan.FromMinutes(before) };
        var decision = Decide(AlertTopics.Duration, job, TimeSpan.FromMinutes(minutes));
        Assert.Equal(step, decision.Step);
        if (step == AlertStep.Open)
            Assert.Equal((Noon.AddMinutes(72 - before), Noon.AddMinutes(60 - before)), (decision.Reading.Since, decision.Reading.CountsFrom));
    }

    [Fact]
    public void What_waits_beyond_its_plan_keeps_its_alert_and_what_ended_closes_it()
    {
        var job = Waiting with { Limits = new JobLimits(null, TimeSpan.FromHours(1)), RanBefore = TimeSpan.FromHours(2) };
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.Duration, job, TimeSpan.FromHours(3)).Step);
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.Duration, job, TimeSpan.FromHours(3), "job-over-plan").Step);
        Assert.Equal(AlertStep.Resolve, Decide(AlertTopics.Duration, job with { Status = JobStatus.Succeeded }, TimeSpan.FromHours(3), "job-over-plan").Step);
        Assert.Equal(AlertStep.Keep, Decide(AlertTopics.Duration, Running, TimeSpan.FromDays(30)).Step);
    }

    private static JobWatch Idle(DateTimeOffset? since) => Running with { Use = new IdleState(since, Noon.AddDays(1)), IsUseKnown = true };

    private static (AlertStep Step, DateTimeOffset? Since) Open(string topic, JobWatch job, TimeSpan later, string rule)
    {
        var decision = Decide(topic, job, later);
        Assert.Equal(rule, decision.Rule?.Id);
        return (decision.Step, decision.Reading.Since);
    }

    private static AlertDecision Decide(string topic, JobWatch job, TimeSpan later, string? open = null, AlertSettings? settings = null) => AlertDesk.Decide(
        open is null ? null : new OpenAlert(open, null), [.. AlertRules.Jobs.Where(rule => rule.Topic == topic)], job, settings ?? Settings, Noon + later);
}
