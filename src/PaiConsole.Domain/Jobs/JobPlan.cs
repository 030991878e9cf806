namespace PaiConsole.Domain.Jobs;

/// <summary>What a person knows of a run before it starts. Every figure is optional: what rests on a missing one is unknown.</summary>
public sealed record JobPlan
{
    /// <summary>Examples in the training set.</summary>
    public long? Samples { get; init; }
    /// <summary>Seconds that one optimizer step takes on these machines.</summary>
    public decimal? SecondsPerStep { get; init; }
    /// <summary>Minutes from a reclaim until the run works again: queue, image, model.</summary>
    public decimal? RestartMinutes { get; init; }
    /// <summary>Most CNY per hour that the run may cost.</summary>
    public decimal? MaxPerHour { get; init; }
    /// <summary>Text of the training script. It is read, never run.</summary>
    public string? Script { get; init; }
}
