namespace PaiConsole.Domain.Jobs.Spot;

/// <summary>What the odds come to.</summary>
public enum SpotVerdict
{
    /// <summary>An input is missing.</summary>
    Unknown,
    /// <summary>Spot is expected to cost less.</summary>
    Spot,
    /// <summary>On demand is expected to cost less, or the same.</summary>
    OnDemand,
}

/// <summary>
/// The odds of a run on spot machines. Reclaims are taken to come by chance and evenly, each machine for itself: with N machines
/// and a chance p per machine-hour they come at the rate λ = −N·ln(1−p). A stretch of h hours that must be done without
/// interruption then takes (1/λ + R)(e^λh − 1) hours on average, R being the time of a restart. With checkpoints the run is a row of
/// stretches from one to the next; without, or when no start goes on from one, it is a single stretch.
/// </summary>
public sealed record SpotSurvival
{
    // Past this the work would never be done, and the figures are noise.
    private const double Never = 1e6;

    /// <summary>Chance to finish without any interruption, 0 to 1; null where unknown.</summary>
    public double? Chance { get; private init; }
    /// <summary>Minutes of work done again and waited for, on average; infinite where the run would practically never end.</summary>
    public double? LostMinutes { get; private init; }
    /// <summary>What the run costs on spot, on average, restarts included.</summary>
    public Money? SpotCost { get; private init; }
    /// <summary>What it costs on demand.</summary>
    public Money? OnDemandCost { get; private init; }
    /// <summary>Which is cheaper.</summary>
    public SpotVerdict Verdict { get; private init; }
    /// <summary>
    /// Chance per machine-hour at which spot stops paying, 0 to 1. Null where it is unknown, or where spot is not cheaper even without a reclaim.
    /// </summary>
    public double? BreakEven { get; private init; }
    /// <summary>The first checkpoint comes after the end: an interruption loses everything.</summary>
    public bool FirstCheckpointAfterEnd { get; private init; }

    /// <summary>Weighs a run.</summary>
    public static SpotSurvival Of(SpotRun run)
    {
        var after = run is { Hours: > 0 and var all, CheckpointHours: var each } && each >= all;
        if (run.Hours is not (> 0 and < Never and var hours))
            return new SpotSurvival { FirstCheckpointAfterEnd = after };
        var onDemand = Cost(run.OnDemandPerHour, hours);
        var known = new SpotSurvival { OnDemandCost = onDemand, FirstCheckpointAfterEnd = after, BreakEven = BreakEvenOf(run, hours) };
        if (run.InterruptionsPerHour is not (>= 0 and <= 1 and var rate))
            return known;
        var lambda = Lambda(rate, run.Nodes);
        var expected = rate == 0 ? hours : run.RestartHours is { } ? Expected(run, hours, lambda) : (double?)null;
        var spot = Cost(run.SpotPerHour, expected);
        return known with
        {
            Chance = Math.Exp(-lambda * hours),
            LostMinutes = (expected - hours) * 60,
            SpotCost = spot,
            Verdict = expected >= Never && onDemand is not null ? SpotVerdict.OnDemand
                : spot is { } one && onDemand is { } other && one.Currency == other.Currency ? one.CompareTo(other) < 0 ? SpotVerdict.Spot : SpotVerdict.OnDemand
                : SpotVerdict.Unknown,
        };
    }

    private static double Lambda(double rate, long nodes) => rate >= 1 ? double.PositiveInfinity : Math.Max(1, nodes) * -Math.Log(1 - rate);

    /// <summary>Hours until the work is done, on average, with the waiting for restarts.</summary>
    private static double Expected(SpotRun run, double hours, double lambda)
    {
        var stretch = run is { Resumes: true, CheckpointHours: > 0 and var each } && each < hours ? each : hours;
        var whole = Math.Floor(hours / stretch);
        return (whole * Stretch(stretch)) + Stretch(hours - (whole * stretch));

        double Stretch(double h)
        {
            if (h <= 0)
                return 0;
            var x = lambda * h;
            // For a tiny rate the quotient loses its digits; its limit is h.
            var alone = x < 1e-9 ? h : Math.Exp(x) is double.PositiveInfinity ? double.PositiveInfinity : (Math.Exp(x) - 1) / lambda;
            // A restart that takes no time costs none, however often it comes: nothing times infinity would be no number.
            var waiting = run.RestartHours is > 0 and var restart ? restart * (Math.Exp(x) - 1) : 0;
            return Math.Max(h, alone) + waiting;
        }
    }

    /// <summary>Halves the range of rates until the spot cost meets the other: the cost only rises with the rate.</summary>
    private static double? BreakEvenOf(SpotRun run, double hours)
    {
        if (run is not { RestartHours: not null, SpotPerHour: { } spot, OnDemandPerHour: { } list } || spot.Currency != list.Currency || spot.CompareTo(list) >= 0 || spot.Nanos <= 0)
            return null;
        var most = hours * (double)(list.Amount / spot.Amount);
        var (low, high) = (0d, 1d);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (Expected(run, hours, Lambda(middle, run.Nodes)) <= most)
                low = middle;
            else
                high = middle;
        }
        return low;
    }

    private static Money? Cost(Money? perHour, double? hours) =>
        perHour is { } rate && hours is < Never && rate.Amount * (decimal)hours.Value < 9_000_000_000m ? Money.Of(rate.Amount * (decimal)hours.Value, rate.Currency) : null;
}
