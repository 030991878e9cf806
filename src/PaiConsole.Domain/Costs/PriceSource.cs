namespace PaiConsole.Domain.Costs;

/// <summary>Where a price comes from, in a few words.</summary>
public static class PriceSource
{
    /// <summary>A quote of DSW ListEcsSpecs.</summary>
    public const string DswListEcsSpecs = "DSW ListEcsSpecs";
    /// <summary>A quote of ECS DescribePrice.</summary>
    public const string EcsDescribePrice = "ECS DescribePrice";

    /// <summary>A short label for a source id of the fact file; an id without one is shown as it is.</summary>
    public static string Label(string id) => id switch
    {
        "list-2024" => "ECS public price list, end of 2024",
        "list-2024-10" => "ECS public price list, October 2024",
        "quote-2026-09" => "ECS DescribePrice, quoted September 2026",
        "" => "unknown",
        _ => id,
    };
}
