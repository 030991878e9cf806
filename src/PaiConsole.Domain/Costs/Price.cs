namespace PaiConsole.Domain.Costs;

/// <summary>What an instance type costs per hour of running, and how we know.</summary>
/// <param name="Sku">ECS instance type.</param>
/// <param name="Region">Region id.</param>
/// <param name="PerHour">Pay-as-you-go list price for an instance-hour, disks and traffic excluded.</param>
/// <param name="Source">Where the figure comes from, in a few words.</param>
/// <param name="AsOf">The day on which the source stated it.</param>
/// <param name="Confidence">high, medium or low, in the source's words.</param>
public sealed record Price(string Sku, string Region, Money PerHour, string Source, DateOnly? AsOf, string Confidence)
{
    /// <summary>The source's id in the fact file, or empty for a quote of the cloud.</summary>
    public string SourceId { get; init; } = "";
    /// <summary>The source in full, where the fact file describes it.</summary>
    public string? SourceText { get; init; }
}
