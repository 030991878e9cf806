namespace PaiConsole.Cloud.PaiStudio;

/// <summary>Time and page of GetSpotPriceHistory.</summary>
public sealed record SpotPriceHistoryQuery
{
    /// <summary>From.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Protected hours, 0 or 1.</summary>
    public int? SpotDuration { get; init; }

    /// <summary><c>desc</c> or <c>asc</c>, the default.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Points per page; 10 by default.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of past prices.</summary>
public sealed record SpotPriceHistoryAnswer : PaiAnswer
{
    /// <summary>The prices.</summary>
    public IReadOnlyList<SpotPriceItem>? SpotPriceHistory { get; init; }

    /// <summary>How many there are on all pages.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>The market price of an instance type at one time.</summary>
public sealed record SpotPriceItem
{
    /// <summary>Instance type.</summary>
    public string? InstanceType { get; init; }

    /// <summary>Price as a fraction of the list price (sample 0.1).</summary>
    public double? SpotDiscount { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Availability zone.</summary>
    public string? ZoneId { get; init; }
}
