using System.Text.Json;

namespace PaiConsole.Cloud.Eas;

/// <summary>A replica of a service.</summary>
public sealed record ServiceInstance
{
    /// <summary>Name of its pod.</summary>
    public string? InstanceName { get; init; }

    /// <summary>Raw status word.</summary>
    public string? Status { get; init; }

    /// <summary>Finer state.</summary>
    public string? Reason { get; init; }

    /// <summary>ECS instance type.</summary>
    public string? InstanceType { get; init; }

    /// <summary>Kind of resource.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Runs on spot capacity.</summary>
    public bool? IsSpot { get; init; }

    /// <summary>Has the newest version.</summary>
    public bool? IsLatest { get; init; }

    /// <summary>Is a replica of several pods.</summary>
    public bool? IsReplica { get; init; }

    /// <summary>Replica it is part of.</summary>
    public string? ReplicaName { get; init; }

    /// <summary>Taken out of traffic.</summary>
    public bool? Isolated { get; init; }

    /// <summary>Detached from the service.</summary>
    public bool? Detached { get; init; }

    /// <summary>Role within a composite service.</summary>
    public string? Role { get; init; }

    /// <summary>Namespace of its pod.</summary>
    public string? Namespace { get; init; }

    /// <summary>Address of its node.</summary>
    public string? HostIP { get; init; }

    /// <summary>Name of its node.</summary>
    public string? HostName { get; init; }

    /// <summary>Address of its pod.</summary>
    public string? InnerIP { get; init; }

    /// <summary>Address from outside.</summary>
    public string? ExternalIP { get; init; }

    /// <summary>Port of its pod.</summary>
    public int? InstancePort { get; init; }

    /// <summary>Availability zone.</summary>
    public string? Zone { get; init; }

    /// <summary>Processes ready.</summary>
    public int? ReadyProcesses { get; init; }

    /// <summary>Processes in all.</summary>
    public int? TotalProcesses { get; init; }

    /// <summary>Restarts of its containers.</summary>
    public int? RestartCount { get; init; }

    /// <summary>Price now, as the cloud counts it.</summary>
    public double? CurrentAmount { get; init; }

    /// <summary>List price, as the cloud counts it.</summary>
    public double? OriginalAmount { get; init; }

    /// <summary>How its containers ended last.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>? LastState { get; init; }

    /// <summary>Created.</summary>
    public DateTimeOffset? CreateTime { get; init; }

    /// <summary>Deprecated name of <see cref="StartTime"/>.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Started.</summary>
    public DateTimeOffset? StartTime { get; init; }
}

/// <summary>Filter and page of ListServiceInstances.</summary>
public sealed record ListServiceInstancesQuery
{
    /// <summary>One replica.</summary>
    public string? InstanceName { get; init; }

    /// <summary>One status word.</summary>
    public string? InstanceStatus { get; init; }

    /// <summary>Name contains.</summary>
    public string? Filter { get; init; }

    /// <summary>Only on spot capacity.</summary>
    public bool? IsSpot { get; init; }

    /// <summary>Sort field.</summary>
    public string? Sort { get; init; }

    /// <summary><c>desc</c> or <c>asc</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Items per page; 100 by default.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of replicas.</summary>
public sealed record ListServiceInstancesAnswer : PaiAnswer
{
    /// <summary>The replicas.</summary>
    public IReadOnlyList<ServiceInstance>? Instances { get; init; }

    /// <summary>This page.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public int? PageSize { get; init; }

    /// <summary>How many there are.</summary>
    public int? TotalCount { get; init; }
}
