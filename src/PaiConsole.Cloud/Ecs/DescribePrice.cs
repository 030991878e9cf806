namespace PaiConsole.Cloud.Ecs;

/// <summary>What DescribePrice should price; flattened into the query on the wire.</summary>
public sealed record DescribePriceQuery
{
    /// <summary>Region.</summary>
    public required string RegionId { get; init; }

    /// <summary><c>instance</c> (default), <c>disk</c>, <c>bandwidth</c>, …</summary>
    public string? ResourceType { get; init; }

    /// <summary>ECS instance type.</summary>
    public string? InstanceType { get; init; }

    /// <summary>Image, where it has a price of its own.</summary>
    public string? ImageId { get; init; }

    /// <summary><c>vpc</c> or <c>classic</c>.</summary>
    public string? InstanceNetworkType { get; init; }

    /// <summary>System disk.</summary>
    public DiskWish? SystemDisk { get; init; }

    /// <summary>Data disks.</summary>
    public IReadOnlyList<DiskWish>? DataDisk { get; init; }

    /// <summary><c>Hour</c>, <c>Week</c>, <c>Month</c>, <c>Year</c>.</summary>
    public string? PriceUnit { get; init; }

    /// <summary>How many of <see cref="PriceUnit"/>.</summary>
    public int? Period { get; init; }

    /// <summary>How many instances.</summary>
    public int? Amount { get; init; }

    /// <summary><c>NoSpot</c>, <c>SpotAsPriceGo</c>, <c>SpotWithPriceLimit</c>.</summary>
    public string? SpotStrategy { get; init; }

    /// <summary>Protected hours, 0 or 1.</summary>
    public int? SpotDuration { get; init; }

    /// <summary>Availability zone, for spot prices.</summary>
    public string? ZoneId { get; init; }
}

/// <summary>A disk to price.</summary>
public sealed record DiskWish
{
    /// <summary>For example <c>cloud_essd</c>.</summary>
    public string? Category { get; init; }

    /// <summary><c>PL0</c> to <c>PL3</c>.</summary>
    public string? PerformanceLevel { get; init; }

    /// <summary>GiB.</summary>
    public long? Size { get; init; }
}

/// <summary>A price.</summary>
public sealed record DescribePriceAnswer : PaiAnswer
{
    /// <summary>The price and the rules behind it.</summary>
    public PriceInfo? PriceInfo { get; init; }
}

/// <summary>A price and the rules behind it.</summary>
public sealed record PriceInfo
{
    /// <summary>The price.</summary>
    public Price? Price { get; init; }

    /// <summary>Promotions that apply.</summary>
    public PriceRules? Rules { get; init; }
}

/// <summary>A price in parts.</summary>
public sealed record Price
{
    /// <summary>For example <c>CNY</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>List price.</summary>
    public double? OriginalPrice { get; init; }

    /// <summary>What is taken off.</summary>
    public double? DiscountPrice { get; init; }

    /// <summary>What is to be paid.</summary>
    public double? TradePrice { get; init; }

    /// <summary>Price per hour covered by a reserved instance.</summary>
    public double? ReservedInstanceHourPrice { get; init; }

    /// <summary>The parts.</summary>
    public PriceDetails? DetailInfos { get; init; }
}

/// <summary>Wrapper of the wire around the parts.</summary>
public sealed record PriceDetails
{
    /// <summary>The parts.</summary>
    public IReadOnlyList<PriceDetail>? DetailInfo { get; init; }
}

/// <summary>Price of one part.</summary>
public sealed record PriceDetail
{
    /// <summary><c>instanceType</c>, <c>systemDisk</c>, <c>dataDisk</c>, <c>image</c>, <c>bandwidth</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>List price.</summary>
    public double? OriginalPrice { get; init; }

    /// <summary>What is taken off.</summary>
    public double? DiscountPrice { get; init; }

    /// <summary>What is to be paid.</summary>
    public double? TradePrice { get; init; }
}

/// <summary>Wrapper of the wire around the rules.</summary>
public sealed record PriceRules
{
    /// <summary>The rules.</summary>
    public IReadOnlyList<PriceRule>? Rule { get; init; }
}

/// <summary>A promotion that applies.</summary>
public sealed record PriceRule
{
    /// <summary>Id.</summary>
    public long? RuleId { get; init; }

    /// <summary>In words.</summary>
    public string? Description { get; init; }
}
