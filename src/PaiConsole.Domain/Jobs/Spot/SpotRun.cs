namespace PaiConsole.Domain.Jobs.Spot;

/// <summary>What the odds of a run on spot machines depend on. Null is unknown.</summary>
public sealed record SpotRun
{
    /// <summary>Chance that one machine is taken back within an hour, 0 to 1.</summary>
    public double? InterruptionsPerHour { get; init; }
    /// <summary>Machines: the run ends when any of them is taken.</summary>
    public long Nodes { get; init; } = 1;
    /// <summary>The whole job per hour on demand.</summary>
    public Money? OnDemandPerHour { get; init; }
    /// <summary>The whole job per hour at the spot price.</summary>
    public Money? SpotPerHour { get; init; }
    /// <summary>Hours of work without any interruption.</summary>
    public double? Hours { get; init; }
    /// <summary>Hours of work between two checkpoints; null where none is written.</summary>
    public double? CheckpointHours { get; init; }
    /// <summary>Hours from a reclaim until the work goes on.</summary>
    public double? RestartHours { get; init; }
    /// <summary>A new start goes on from the newest checkpoint. Without it every start is from the beginning.</summary>
    public bool Resumes { get; init; }
}
