namespace PaiConsole.Domain.Compute;

/// <summary>What is known of the spot market of one instance type in the region.</summary>
/// <param name="PriceFactor">Spot price as a part of the list price: 0.1 is 90 % off. Null where it is unknown.</param>
/// <param name="InterruptionsPerHour">
/// Chance that one machine is taken back within an hour, 0 to 1 (from ECS DescribeSpotAdvice). Null where it is unknown.
/// </param>
public sealed record SpotMarket(decimal? PriceFactor, double? InterruptionsPerHour)
{
    /// <summary>The cloud has machines of it to give (DLC SpotStockStatus); null where it has not said.</summary>
    public bool? InStock { get; init; }
}
