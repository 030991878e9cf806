using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Tests.Jobs.Resumption;

public sealed class RunStoryTests
{
    private static readonly DateTimeOffset _start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly Money _rate = Money.Cny(36);
    private static readonly Reason _taken = new("SpotReclaimed", "The machine was reclaimed.");

    [Fact]
    public void A_job_that_the_cloud_restarts_has_its_story_in_its_own_states()
    {
        // It runs for 1,000 s from 60 on, waits, and runs from 1,200 on; the checkpoint is of second 700.
        var story = RunStory.Of(
            [Job("a", 0, [Span("Queuing", 0, 60), Ran(60, 1_060), Span("Restarting", 1_060, 1_065, _taken), Span("Queuing", 1_065, 1_180), Prepared(1_180, 1_200), Ran(1_200, 5_000), Span("Succeeded", 5_000, null)], 760)],
            [new SavedStep(300, At(700)), new SavedStep(500, At(2_000))], At(6_000));
        var one = Assert.Single(story.Interruptions);
        Assert.Equal((At(1_060), At(760), At(1_065), At(1_200)), (one.ReclaimedAt, one.WarnedAt, one.RequeuedAt, one.ResumedAt));
        Assert.Equal(("a", 300L, TimeSpan.FromSeconds(360)), (one.NextJobId, one.FromStep, one.Lost));
        // 360 s of lost work and 20 s of preparing, at a hundredth of a yuan a second.
        Assert.Equal(Money.Cny(3.8m), one.ExtraCost);
        Assert.Equal(TimeSpan.FromSeconds(1_000 + 3_800), story.Ran);
    }

    [Fact]
    public void Without_any_checkpoint_each_reclaim_loses_what_ran_since_the_one_before()
    {
        var story = RunStory.Of(
            [Job("a", 0, [Ran(0, 100), Span("Failed", 100, null, _taken)]), Job("b", 1, [Span("Creating", 110, 120), Ran(120, 320), Span("Failed", 320, null, _taken)]), Job("c", 2, [Span("Creating", 330, 340), Ran(340, null)])],
            [], At(400));
        Assert.Equal([0L, 0L], story.Interruptions.Select(one => one.FromStep!.Value));
        Assert.Equal([100d, 200d], story.Interruptions.Select(one => one.Lost!.Value.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(300), story.Lost);
        Assert.Equal(TimeSpan.FromSeconds(100 + 200 + 60), story.Ran);
        Assert.Equal(["b", "c"], story.Interruptions.Select(one => one.NextJobId!));
    }

    [Fact]
    public void What_is_stopped_for_it_was_taken_once_and_goes_nowhere()
    {
        var story = RunStory.Of([Job("a", 0, [Ran(0, 100), Span("Stopping", 100, 110, _taken), Span("Stopped", 110, null, _taken)])], null, At(500));
        var one = Assert.Single(story.Interruptions);
        Assert.Equal((At(100), null, null, null), (one.ReclaimedAt, one.RequeuedAt, one.ResumedAt, one.NextJobId));
        Assert.Equal((null, null, null), (one.FromStep, one.Lost, one.ExtraCost));
        Assert.Null(story.Lost);
    }

    [Fact]
    public void Without_a_price_the_extra_cost_is_unknown_and_never_nothing()
    {
        var story = RunStory.Of([Job("a", 0, [Ran(0, 100) with { PerHour = null }, Span("Failed", 100, null, _taken)])], [], At(500));
        Assert.Null(Assert.Single(story.Interruptions).ExtraCost);
        Assert.Null(story.ExtraCost);
    }

    [Fact]
    public void A_run_that_nothing_was_taken_from_has_lost_nothing()
    {
        var story = RunStory.Of([Job("a", 0, [Ran(0, 100), Span("Failed", 100, null, new Reason("OOMKilled", "out of memory"))])], [], At(500));
        Assert.Empty(story.Interruptions);
        Assert.Equal((TimeSpan.Zero, null), (story.Lost, story.ExtraCost));
    }

    private static DateTimeOffset At(int second) => _start.AddSeconds(second);

    private static RunAttempt Job(string id, int number, RunSpan[] spans, params int[] notices) =>
        new(id, new ResumeMark { Attempt = number + 1, Times = 5 }, spans, [.. notices.Select(At)]);

    private static RunSpan Span(string word, int from, int? to, Reason? reason = null) => new(word, At(from), to is { } end ? At(end) : null, false, null, reason);

    private static RunSpan Ran(int from, int? to) => Span("Running", from, to) with { IsBilled = true, PerHour = _rate };

    private static RunSpan Prepared(int from, int to) => Span("EnvPreparing", from, to) with { IsBilled = true, PerHour = _rate };
}
