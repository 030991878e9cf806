namespace PaiConsole.Cloud.Dsw;

/// <summary>Filter and page of ListEcsSpecs.</summary>
public sealed record ListEcsSpecsQuery
{
    /// <summary><c>CPU</c> or <c>GPU</c>; the operation requires it.</summary>
    public required string AcceleratorType { get; init; }

    /// <summary>Kind of resource.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Sort field.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>ASC</c> or <c>DESC</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public long? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public long? PageSize { get; init; }
}

/// <summary>A page of instance types usable by notebooks.</summary>
public sealed record ListEcsSpecsAnswer : DswAnswer
{
    /// <summary>The types.</summary>
    public IReadOnlyList<EcsSpec>? EcsSpecs { get; init; }

    /// <summary>How many there are.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>An instance type a notebook can run on.</summary>
public sealed record EcsSpec
{
    /// <summary>For example <c>ecs.gn7i-c8g1.2xlarge</c>.</summary>
    public string? InstanceType { get; init; }

    /// <summary><c>CPU</c> or <c>GPU</c>.</summary>
    public string? AcceleratorType { get; init; }

    /// <summary>Cores.</summary>
    public long? CPU { get; init; }

    /// <summary>Memory in GiB.</summary>
    public double? Memory { get; init; }

    /// <summary>Number of GPUs.</summary>
    public long? GPU { get; init; }

    /// <summary>GPU model.</summary>
    public string? GPUType { get; init; }

    /// <summary>Memory per GPU in GiB.</summary>
    public double? GPUMemorySize { get; init; }

    /// <summary>System disk in GiB.</summary>
    public long? SystemDiskCapacity { get; init; }

    /// <summary>Network bandwidth in kbit/s.</summary>
    public long? InstanceBandwidthRx { get; init; }

    /// <summary>Price per hour.</summary>
    public double? Price { get; init; }

    /// <summary>Currency of <see cref="Price"/>, for example <c>CNY</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>In stock.</summary>
    public bool? IsAvailable { get; init; }

    /// <summary>Stock of spot capacity.</summary>
    public string? SpotStockStatus { get; init; }

    /// <summary>Labels of the type.</summary>
    public IReadOnlyList<Label>? Labels { get; init; }
}
