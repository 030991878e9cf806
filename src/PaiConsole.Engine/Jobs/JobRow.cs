using PaiConsole.Engine.Listing;

namespace PaiConsole.Engine.Jobs;

/// <summary>A training job in a list.</summary>
public sealed record JobRow : ResourceRow
{
    /// <summary>JobType word.</summary>
    public required string Type { get; init; }
    /// <summary>Restarts so far.</summary>
    public int Restarts { get; init; }
    /// <summary>When it finished.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
    /// <summary>At least one role runs on spot machines.</summary>
    public bool IsSpot { get; init; }
    /// <summary>What it took a look at the history to know; null where nobody asked.</summary>
    public JobMore? More { get; init; }
}
