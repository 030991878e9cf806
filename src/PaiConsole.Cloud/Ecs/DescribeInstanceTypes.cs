namespace PaiConsole.Cloud.Ecs;

/// <summary>Filter and page of DescribeInstanceTypes.</summary>
public sealed record DescribeInstanceTypesQuery
{
    /// <summary>These types; flattened on the wire, 10 at most.</summary>
    public IReadOnlyList<string>? InstanceTypes { get; init; }

    /// <summary>One family.</summary>
    public string? InstanceTypeFamily { get; init; }

    /// <summary><c>X86</c> or <c>ARM</c>.</summary>
    public string? CpuArchitecture { get; init; }

    /// <summary>GPU model.</summary>
    public string? GPUSpec { get; init; }

    /// <summary>Fewest cores.</summary>
    public int? MinimumCpuCoreCount { get; init; }

    /// <summary>Most cores.</summary>
    public int? MaximumCpuCoreCount { get; init; }

    /// <summary>Least memory in GiB.</summary>
    public double? MinimumMemorySize { get; init; }

    /// <summary>Most memory in GiB.</summary>
    public double? MaximumMemorySize { get; init; }

    /// <summary>Fewest GPUs.</summary>
    public int? MinimumGPUAmount { get; init; }

    /// <summary>Most GPUs.</summary>
    public int? MaximumGPUAmount { get; init; }

    /// <summary>Items per page, 100 at most.</summary>
    public long? MaxResults { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? NextToken { get; init; }
}

/// <summary>A page of instance types.</summary>
public sealed record DescribeInstanceTypesAnswer : PaiAnswer
{
    /// <summary>The types.</summary>
    public InstanceTypeList? InstanceTypes { get; init; }

    /// <summary>Where this page ended; null or empty at the end.</summary>
    public string? NextToken { get; init; }
}

/// <summary>Wrapper of the wire around the types.</summary>
public sealed record InstanceTypeList
{
    /// <summary>The types.</summary>
    public IReadOnlyList<InstanceType>? InstanceType { get; init; }
}

/// <summary>An ECS instance type.</summary>
public sealed record InstanceType
{
    /// <summary>For example <c>ecs.gn7i-c8g1.2xlarge</c>.</summary>
    public string? InstanceTypeId { get; init; }

    /// <summary>Family.</summary>
    public string? InstanceTypeFamily { get; init; }

    /// <summary>Category.</summary>
    public string? InstanceCategory { get; init; }

    /// <summary><c>X86</c> or <c>ARM</c>.</summary>
    public string? CpuArchitecture { get; init; }

    /// <summary>Virtual cores.</summary>
    public int? CpuCoreCount { get; init; }

    /// <summary>Base frequency in GHz.</summary>
    public double? CpuSpeedFrequency { get; init; }

    /// <summary>Turbo frequency in GHz.</summary>
    public double? CpuTurboFrequency { get; init; }

    /// <summary>Processor model.</summary>
    public string? PhysicalProcessorModel { get; init; }

    /// <summary>Memory in GiB.</summary>
    public double? MemorySize { get; init; }

    /// <summary>Number of GPUs.</summary>
    public int? GPUAmount { get; init; }

    /// <summary>GPU model.</summary>
    public string? GPUSpec { get; init; }

    /// <summary>Memory per GPU in GiB.</summary>
    public double? GPUMemorySize { get; init; }

    /// <summary>Inbound bandwidth in kbit/s.</summary>
    public int? InstanceBandwidthRx { get; init; }

    /// <summary>Outbound bandwidth in kbit/s.</summary>
    public int? InstanceBandwidthTx { get; init; }

    /// <summary>Inbound packets per second.</summary>
    public long? InstancePpsRx { get; init; }

    /// <summary>Outbound packets per second.</summary>
    public long? InstancePpsTx { get; init; }

    /// <summary>Network interfaces.</summary>
    public int? EniQuantity { get; init; }

    /// <summary>RDMA interfaces.</summary>
    public int? EriQuantity { get; init; }

    /// <summary>Local disks.</summary>
    public int? LocalStorageAmount { get; init; }

    /// <summary>Size of each in GiB.</summary>
    public long? LocalStorageCapacity { get; init; }

    /// <summary>Kind of local disk.</summary>
    public string? LocalStorageCategory { get; init; }

    /// <summary>NVMe support.</summary>
    public string? NvmeSupport { get; init; }
}
