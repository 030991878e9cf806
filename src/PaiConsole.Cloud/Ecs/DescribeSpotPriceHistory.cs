namespace PaiConsole.Cloud.Ecs;

/// <summary>What DescribeSpotPriceHistory should read.</summary>
public sealed record DescribeSpotPriceHistoryQuery
{
    /// <summary>Region.</summary>
    public required string RegionId { get; init; }

    /// <summary>ECS instance type.</summary>
    public required string InstanceType { get; init; }

    /// <summary><c>vpc</c> or <c>classic</c>; the wire insists on it.</summary>
    public required string NetworkType { get; init; }

    /// <summary>Availability zone; all for null.</summary>
    public string? ZoneId { get; init; }

    /// <summary><c>linux</c> or <c>windows</c>.</summary>
    public string? OSType { get; init; }

    /// <summary><c>optimized</c> or <c>none</c>.</summary>
    public string? IoOptimized { get; init; }

    /// <summary>Protected hours, 0 or 1, the default.</summary>
    public int? SpotDuration { get; init; }

    /// <summary>From.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Where the part before ended.</summary>
    public int? Offset { get; init; }
}

/// <summary>Past prices.</summary>
public sealed record DescribeSpotPriceHistoryAnswer : PaiAnswer
{
    /// <summary>For example <c>CNY</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>Where the next part begins; null at the end.</summary>
    public int? NextOffset { get; init; }

    /// <summary>The prices.</summary>
    public SpotPriceList? SpotPrices { get; init; }
}

/// <summary>Wrapper of the wire around the prices.</summary>
public sealed record SpotPriceList
{
    /// <summary>The prices.</summary>
    public IReadOnlyList<SpotPrice>? SpotPriceType { get; init; }
}

/// <summary>Prices of an instance type at one time, per hour.</summary>
public sealed record SpotPrice
{
    /// <summary>Instance type.</summary>
    public string? InstanceType { get; init; }

    /// <summary>Availability zone.</summary>
    public string? ZoneId { get; init; }

    /// <summary><c>vpc</c> or <c>classic</c>.</summary>
    public string? NetworkType { get; init; }

    /// <summary><c>optimized</c> or <c>none</c>.</summary>
    public string? IoOptimized { get; init; }

    /// <summary>List price.</summary>
    public double? OriginPrice { get; init; }

    /// <summary>Price on the market (the wire's name is that of this type).</summary>
    [System.Text.Json.Serialization.JsonPropertyName("SpotPrice")]
    public double? MarketPrice { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
