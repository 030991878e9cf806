using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Eas;

/// <summary>A traffic group: services behind one address.</summary>
public sealed record ServiceGroup : PaiAnswer
{
    /// <summary>Name, unique in the region.</summary>
    public string? Name { get; init; }

    /// <summary>Region; the cluster id of paths.</summary>
    public string? ClusterId { get; init; }

    /// <summary><c>auto</c> (by replicas) or <c>customized</c> (by weight).</summary>
    public string? TrafficMode { get; init; }

    /// <summary>Public address.</summary>
    public string? InternetEndpoint { get; init; }

    /// <summary>Address within the VPC.</summary>
    public string? IntranetEndpoint { get; init; }

    /// <summary>Token of the data plane; a secret.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Queue in front of it.</summary>
    public string? QueueService { get; init; }

    /// <summary>Account id of the owner.</summary>
    public string? CallerUid { get; init; }

    /// <summary>Account id of the tenant.</summary>
    public string? ParentUid { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<ServiceLabel>? Labels { get; init; }

    /// <summary>Network.</summary>
    public GroupNetwork? Network { get; init; }

    /// <summary>Created.</summary>
    public DateTimeOffset? CreateTime { get; init; }

    /// <summary>Last changed.</summary>
    public DateTimeOffset? UpdateTime { get; init; }

    /// <inheritdoc/>

    public override string ToString() => $"ServiceGroup {Name} {TrafficMode}";
}

/// <summary>Network of a group.</summary>
public sealed record GroupNetwork
{
    /// <summary>Dedicated gateway.</summary>
    public string? GatewayId { get; init; }

    /// <summary>VPC.</summary>
    public string? VpcId { get; init; }

    /// <summary>VSwitch.</summary>
    public string? VSwitchId { get; init; }

    /// <summary>Security group.</summary>
    public string? SecurityGroupId { get; init; }
}

/// <summary>Filter and page of ListGroups.</summary>
public sealed record ListGroupsQuery
{
    /// <summary>One workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Name contains.</summary>
    public string? Filter { get; init; }

    /// <summary><c>auto</c> or <c>customized</c>.</summary>
    public string? TrafficMode { get; init; }

    /// <summary>Labels it must carry; one JSON value on the wire.</summary>
    [JsonConverter(typeof(JsonInString))]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Sort field.</summary>
    public string? Sort { get; init; }

    /// <summary><c>desc</c> or <c>asc</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Items per page; 100 by default.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of groups.</summary>
public sealed record ListGroupsAnswer : PaiAnswer
{
    /// <summary>The groups.</summary>
    public IReadOnlyList<ServiceGroup>? Groups { get; init; }

    /// <summary>This page.</summary>
    public long? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public long? PageSize { get; init; }

    /// <summary>How many there are.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>Body of CreateGroup.</summary>
public sealed record CreateGroupRequest
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Workspace (the wire spells it so).</summary>
    public string? WorkSpaceId { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Network.</summary>
    public GroupNetwork? Network { get; init; }
}

/// <summary>Body of UpdateGroup: null leaves a thing as it is.</summary>
public sealed record UpdateGroupRequest
{
    /// <summary><c>auto</c> or <c>customized</c>.</summary>
    public string? TrafficMode { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Network.</summary>
    public GroupNetwork? Network { get; init; }
}
