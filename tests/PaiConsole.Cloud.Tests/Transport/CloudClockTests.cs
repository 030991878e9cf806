using Microsoft.Extensions.Time.Testing;
using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Tests.Transport;

/// <summary>The cloud's time from the dates of its answers.</summary>
public sealed class CloudClockTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 400, TimeSpan.Zero));
    private readonly CloudClock _clock;

    public CloudClockTests() => _clock = new CloudClock(_time);

    [Fact]
    public void Before_the_first_answer_it_is_this_machines()
    {
        Assert.Equal(_time.GetUtcNow(), _clock.UtcNow);
        Assert.Equal(TimeSpan.Zero, _clock.Skew);
        Assert.Null(_clock.LastAnswerAt);
    }

    [Fact]
    public void Agreeing_clocks_have_no_skew_although_dates_are_rounded()
    {
        for (var answer = 0; answer < 50; answer++)
        {
            Answer(TimeSpan.Zero);
            Assert.Equal(TimeSpan.Zero, _clock.Skew);
            _time.Advance(TimeSpan.FromMilliseconds(730));
        }
    }

    [Theory]
    [InlineData(86400)]
    [InlineData(-3600)]
    [InlineData(2)]
    public void Converges_on_another_clock_and_never_steps_back(int ahead)
    {
        var truth = TimeSpan.FromSeconds(ahead);
        Answer(truth);
        Assert.InRange(_clock.Skew - truth, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
        var before = _clock.UtcNow;
        for (var answer = 0; answer < 100; answer++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(737));
            Answer(truth);
            var now = _clock.UtcNow;
            Assert.True(now >= before);
            before = now;
        }

        Assert.InRange(_clock.Skew - truth, TimeSpan.FromSeconds(-0.2), TimeSpan.FromSeconds(0.2));
    }

    [Fact]
    public void Follows_a_world_that_jumps_in_either_direction()
    {
        foreach (var hours in (int[])[0, 5, -3, 240])
        {
            _time.Advance(TimeSpan.FromSeconds(3));
            Answer(TimeSpan.FromHours(hours));
            Assert.InRange(_clock.Skew - TimeSpan.FromHours(hours), TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void Follows_a_world_sixty_times_as_fast()
    {
        var began = _time.GetUtcNow();
        for (var second = 0; second < 30; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            var world = began + ((_time.GetUtcNow() - began) * 60);
            Answer(world - _time.GetUtcNow());
            Assert.InRange(_clock.UtcNow - world, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void A_step_of_this_machines_clock_does_not_move_the_clouds()
    {
        var machine = new Machine();
        var clock = new CloudClock(machine);
        clock.Learn(machine.GetUtcNow(), machine.GetTimestamp(), machine.GetTimestamp());
        var before = clock.UtcNow;
        machine.Wall += TimeSpan.FromHours(1);
        Assert.Equal(before, clock.UtcNow);
        Assert.Equal(TimeSpan.FromHours(-1), clock.Skew);
    }

    [Fact]
    public void A_slow_answer_does_not_spoil_what_is_known()
    {
        for (var answer = 0; answer < 20; answer++)
        {
            Answer(TimeSpan.FromSeconds(100));
            _time.Advance(TimeSpan.FromMilliseconds(310));
        }

        var known = _clock.Skew;
        Answer(TimeSpan.FromSeconds(100), took: TimeSpan.FromSeconds(20));
        Assert.Equal(known, _clock.Skew);
    }

    private void Answer(TimeSpan ahead, TimeSpan took = default)
    {
        var sent = _time.GetTimestamp();
        _time.Advance(took);
        var exact = _time.GetUtcNow() + ahead;
        _clock.Learn(new DateTimeOffset(exact.Ticks - (exact.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero), sent, _time.GetTimestamp());
    }

    /// <summary>A machine whose wall clock can be set while its monotonic clock stands.</summary>
    private sealed class Machine : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => 1000;
    }
}
