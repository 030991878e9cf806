using CsCheck;
using PaiConsole.Domain.Jobs.Spot;

namespace PaiConsole.Domain.Tests.Jobs.Spot;

public class SpotSurvivalTests
{
    private static readonly SpotRun Run = new()
    {
        InterruptionsPerHour = 0.05, Nodes = 2, OnDemandPerHour = Money.Cny(30), SpotPerHour = Money.Cny(10),
        Hours = 8, CheckpointHours = 0.25, RestartHours = 0.2, Resumes = true,
    };

    private static readonly Gen<SpotRun> Runs =
        from rate in Gen.Double[0, 0.6]
        from nodes in Gen.Long[1, 16]
        from hours in Gen.Double[0.1, 40]
        from every in Gen.Double[0.05, 50]
        from restart in Gen.Double[0, 1]
        from resumes in Gen.Bool
        select Run with { InterruptionsPerHour = rate, Nodes = nodes, Hours = hours, CheckpointHours = every, RestartHours = restart, Resumes = resumes };

    [Fact]
    public void Without_reclaims_nothing_is_lost_and_the_cost_is_the_price_times_the_hours() => Check.Sample(Runs, run =>
    {
        var odds = SpotSurvival.Of(run with { InterruptionsPerHour = 0, SpotPerHour = run.OnDemandPerHour });
        Assert.Equal((1d, 0d), (odds.Chance, odds.LostMinutes));
        Assert.Equal(odds.OnDemandCost, odds.SpotCost);
    });

    [Fact]
    public void More_reclaims_are_never_better() => Check.Sample(Gen.Select(Runs, Gen.Double[0, 0.3]), (run, more) =>
    {
        var (few, many) = (SpotSurvival.Of(run), SpotSurvival.Of(run with { InterruptionsPerHour = run.InterruptionsPerHour + more }));
        Assert.True(many.Chance <= few.Chance);
        Assert.True(many.LostMinutes >= few.LostMinutes * 0.999999);
    });

    [Fact]
    public void To_resume_is_never_worse_than_to_begin_again() => Check.Sample(Runs, run => Assert.True(
        SpotSurvival.Of(run with { Resumes = true }).LostMinutes <= (SpotSurvival.Of(run with { Resumes = false }).LostMinutes * 1.000001) + 0.000001));

    [Fact]
    public void Below_the_break_even_spot_pays_and_above_it_does_not() => Check.Sample(Runs, run =>
    {
        if (SpotSurvival.Of(run).BreakEven is not ({ } even and > 0.001 and < 0.99))
            return;
        Assert.Equal(SpotVerdict.Spot, SpotSurvival.Of(run with { InterruptionsPerHour = even * 0.9 }).Verdict);
        Assert.Equal(SpotVerdict.OnDemand, SpotSurvival.Of(run with { InterruptionsPerHour = Math.Min(1, even * 1.1) }).Verdict);
    });

    [Fact]
    public void Machines_that_are_taken_at_once_never_finish_also_when_a_restart_takes_no_time()
    {
        var hopeless = SpotSurvival.Of(Run with { InterruptionsPerHour = 1, RestartHours = 0 });
        Assert.Equal((0d, double.PositiveInfinity, SpotVerdict.OnDemand), (hopeless.Chance, hopeless.LostMinutes, hopeless.Verdict));
    }

    [Fact]
    public void A_chance_of_three_machine_hours_is_a_product() =>
        Assert.Equal(0.9 * 0.9 * 0.9, SpotSurvival.Of(Run with { InterruptionsPerHour = 0.1, Nodes = 3, Hours = 1 }).Chance!.Value, 12);

    [Fact]
    public void A_run_that_saves_after_its_end_gains_nothing_from_resuming()
    {
        var late = SpotSurvival.Of(Run with { CheckpointHours = 9 });
        Assert.True(late.FirstCheckpointAfterEnd);
        Assert.Equal(SpotSurvival.Of(Run with { Resumes = false }).LostMinutes, late.LostMinutes);
        Assert.True(SpotSurvival.Of(Run).LostMinutes < late.LostMinutes / 5);
    }

    [Fact]
    public void What_is_not_known_stays_unknown()
    {
        Assert.Equal((null, null, null, SpotVerdict.Unknown), Of(Run with { InterruptionsPerHour = null }));
        Assert.Equal((null, null, null, SpotVerdict.Unknown), Of(Run with { Hours = null }));
        var noPrice = SpotSurvival.Of(Run with { SpotPerHour = null });
        Assert.NotNull(noPrice.Chance);
        Assert.Equal((null, SpotVerdict.Unknown, null), (noPrice.SpotCost, noPrice.Verdict, noPrice.BreakEven));
        var noRestart = SpotSurvival.Of(Run with { RestartHours = null });
        Assert.Equal((null, SpotVerdict.Unknown), (noRestart.LostMinutes, noRestart.Verdict));

        static (double?, double?, Money?, SpotVerdict) Of(SpotRun run) => SpotSurvival.Of(run) is var odds ? (odds.Chance, odds.LostMinutes, odds.SpotCost, odds.Verdict) : default;
    }

    [Fact]
    public void A_machine_that_is_always_taken_never_finishes() =>
        Assert.Equal(SpotVerdict.OnDemand, SpotSurvival.Of(Run with { InterruptionsPerHour = 1 }).Verdict);
}
