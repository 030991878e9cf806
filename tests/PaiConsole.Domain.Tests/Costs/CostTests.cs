using CsCheck;
using PaiConsole.Domain.Costs;

namespace PaiConsole.Domain.Tests.Costs;

public class CostTests
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Money?> _rate = Gen.Long[0, 500_000_000_000].Select(nanos => (Money?)new Money(nanos, "CNY"));

    /// <summary>Intervals around noon; some go on, some end before they begin, as after a clock step.</summary>
    private static readonly Gen<RunningInterval> _interval =
        from start in Gen.Long[-40 * TimeSpan.TicksPerDay, 2 * TimeSpan.TicksPerDay]
        from length in Gen.Long[-TimeSpan.TicksPerHour, 20 * TimeSpan.TicksPerDay]
        from open in Gen.Bool
        from rate in _rate
        select new RunningInterval(_noon.AddTicks(start), open ? null : _noon.AddTicks(start + length), rate);

    [Fact]
    public void Days_add_up_to_the_whole_exactly() =>
        _interval.Array[0, 6].Sample(intervals =>
        {
            var days = Cost.ByDay(intervals, _noon);
            return (Money.Sum(days.Select(day => day.Cost!.Value)) ?? Money.Cny(0)) == Cost.Of(intervals, _noon);
        }, iter: 200);

    [Fact]
    public void Any_cut_gives_pieces_that_add_up() =>
        Gen.Select(_interval, Gen.Long[-50 * TimeSpan.TicksPerDay, 50 * TimeSpan.TicksPerDay]).Sample((interval, ticks) =>
        {
            var cut = _noon.AddTicks(ticks);
            RunningInterval[] one = [interval];
            return Cost.Of(one, DateTimeOffset.MinValue, cut, _noon)!.Value + Cost.Of(one, cut, DateTimeOffset.MaxValue, _noon)!.Value
                == Cost.Of(one, _noon)!.Value;
        }, iter: 300);

    [Fact]
    public void Cost_is_never_negative_whatever_the_clock_does() =>
        Gen.Select(_interval.Array[0, 6], Gen.Long[-60 * TimeSpan.TicksPerDay, 60 * TimeSpan.TicksPerDay]).Sample((intervals, step) =>
        {
            var now = _noon.AddTicks(step);
            return Cost.Of(intervals, now)!.Value.Nanos >= 0 && Cost.ByDay(intervals, now).All(day => day.Cost!.Value.Nanos >= 0);
        }, iter: 300);

    [Fact]
    public void Two_hours_of_an_A10() =>
        Assert.Equal(Money.Cny(19.0652m), Cost.Of([new RunningInterval(_noon.AddHours(-2), null, Money.Cny(9.5326m))], _noon));

    [Fact]
    public void What_has_ended_costs_the_same_when_the_clock_is_set_back()
    {
        RunningInterval[] ended = [new(_noon.AddHours(-2), _noon, Money.Cny(10))];
        Assert.Equal(Money.Cny(20), Cost.Of(ended, _noon.AddHours(-1)));
    }

    [Fact]
    public void Nothing_ran_costs_nothing() => Assert.Equal(Money.Cny(0), Cost.Of([], _noon));

    [Fact]
    public void One_unknown_rate_makes_the_whole_unknown_but_not_the_known_part()
    {
        RunningInterval[] mixed =
        [
            new(_noon.AddHours(-1), _noon, Money.Cny(5)),
            new(_noon.AddHours(-1), _noon, null),
        ];
        Assert.Null(Cost.Of(mixed, _noon));
        Assert.Equal(Money.Cny(5), Cost.AtLeast(mixed, _noon));
    }

    [Fact]
    public void An_unknown_rate_over_no_time_is_no_matter() =>
        Assert.Equal(Money.Cny(0), Cost.Of([new RunningInterval(_noon, _noon, null)], _noon));

    [Fact]
    public void Currencies_are_not_mixed_silently() =>
        Assert.Throws<InvalidOperationException>(() => Cost.Of(
            [new(_noon.AddHours(-1), null, Money.Cny(1)), new(_noon.AddHours(-1), null, Money.Of(1, "USD"))], _noon));
}
