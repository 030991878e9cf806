using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Tests.Jobs;

public sealed class JobTimesTests
{
    private static readonly DateTimeOffset _start = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Time_goes_to_whose_it_was_and_the_parts_add_up()
    {
        var times = Of(("Creating", 2), ("Queuing", 58), ("Bidding", 30), ("EnvPreparing", 45), ("SanityChecking", 15), ("Running", 600), ("Succeeded", null));
        Assert.Equal(TimeSpan.FromSeconds(60), times[JobTimeOwner.Queue]);
        Assert.Equal(TimeSpan.FromSeconds(90), times.CloudWait);
        Assert.Equal(TimeSpan.FromSeconds(60), times.Preparation);
        Assert.Equal(TimeSpan.FromSeconds(600), times[JobTimeOwner.Run]);
        Assert.Equal(TimeSpan.FromSeconds(750), times.Parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Value));
        Assert.DoesNotContain(times.Parts, part => part.Key is JobTimeOwner.Restart or JobTimeOwner.Other);
    }

    [Fact]
    public void After_a_first_run_waiting_belongs_to_the_restart_and_not_to_the_start()
    {
        var times = Of(("Queuing", 10), ("Running", 100), ("Restarting", 20), ("Queuing", 300), ("EnvPreparing", 40), ("Running", null));
        Assert.Equal(TimeSpan.FromSeconds(10), times.CloudWait);
        Assert.Equal(TimeSpan.Zero, times.Preparation);
        Assert.Equal(TimeSpan.FromSeconds(360), times[JobTimeOwner.Restart]);
        Assert.Equal(TimeSpan.FromSeconds(100 + 1_000), times[JobTimeOwner.Run]);
    }

    [Fact]
    public void A_word_that_is_not_known_is_nobodys() =>
        Assert.Equal([new(JobTimeOwner.Other, TimeSpan.FromSeconds(5))], Of(("Dancing", 5), ("Stopped", null)).Parts);

    // The last one lasts: now is 1,000 s after it began.
    private static JobTimes Of(params (string Word, int? Seconds)[] parts)
    {
        var (at, stretches) = (_start, new List<JobStretch>());
        foreach (var (word, seconds) in parts)
        {
            var end = seconds is { } length ? at.AddSeconds(length) : (DateTimeOffset?)null;
            stretches.Add(new JobStretch(word, at, end));
            at = end ?? at;
        }
        return JobTimes.Of(stretches, at.AddSeconds(1_000));
    }
}
