using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Dlc;

/// <summary>Filter and page of ListEcsSpecs.</summary>
public sealed record ListEcsSpecsQuery
{
    /// <summary><c>CPU</c> or <c>GPU</c>.</summary>
    public string? AcceleratorType { get; init; }

    /// <summary>These types; comma-joined on the wire.</summary>
    [JsonConverter(typeof(Csv))]
    public IReadOnlyList<string>? InstanceTypes { get; init; }

    /// <summary><c>ECS</c> or <c>Lingjun</c>.</summary>
    public string? ResourceType { get; init; }

    /// <summary><c>CPU</c>, <c>GPU</c>, <c>Memory</c>, <c>GmtCreateTime</c>.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>desc</c> or <c>asc</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of instance types usable by jobs.</summary>
public sealed record ListEcsSpecsAnswer : PaiAnswer
{
    /// <summary>The types.</summary>
    public IReadOnlyList<EcsSpec>? EcsSpecs { get; init; }

    /// <summary>How many there are.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>An instance type a job can run on.</summary>
public sealed record EcsSpec
{
    /// <summary>For example <c>ecs.gn7i-c8g1.2xlarge</c>.</summary>
    public string? InstanceType { get; init; }

    /// <summary><c>CPU</c> or <c>GPU</c>.</summary>
    public string? AcceleratorType { get; init; }

    /// <summary>Cores.</summary>
    public int? Cpu { get; init; }

    /// <summary>Memory in GiB.</summary>
    public int? Memory { get; init; }

    /// <summary>Number of GPUs.</summary>
    public int? Gpu { get; init; }

    /// <summary>GPU model.</summary>
    public string? GpuType { get; init; }

    /// <summary>Memory per GPU in GiB.</summary>
    public int? GpuMemory { get; init; }

    /// <summary><c>ECS</c> or <c>Lingjun</c>.</summary>
    public string? ResourceType { get; init; }

    /// <summary>In stock.</summary>
    public bool? IsAvailable { get; init; }

    /// <summary>Ways to pay.</summary>
    public IReadOnlyList<string>? PaymentTypes { get; init; }

    /// <summary>Stock of spot capacity.</summary>
    public string? SpotStockStatus { get; init; }

    /// <summary>Spot price as a share of the list price.</summary>
    public double? NonProtectSpotDiscount { get; init; }

    /// <summary>GPU driver used by default.</summary>
    public string? DefaultGPUDriver { get; init; }

    /// <summary>GPU drivers to choose from.</summary>
    public IReadOnlyList<string>? SupportedGPUDrivers { get; init; }
}
