using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Dsw;

/// <summary>Filter and page of ListInstances; null means no filter.</summary>
public sealed record ListInstancesQuery
{
    /// <summary>One workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>One instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Name contains.</summary>
    public string? InstanceName { get; init; }

    /// <summary>One status word.</summary>
    public string? Status { get; init; }

    /// <summary><c>PRIVATE</c> or <c>PUBLIC</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary><c>CPU</c> or <c>GPU</c>.</summary>
    public string? AcceleratorType { get; init; }

    /// <summary><c>PayAsYouGo</c> or <c>Subscription</c>.</summary>
    public string? PaymentType { get; init; }

    /// <summary>Resource quota; <c>ALL</c> for any.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Owner.</summary>
    public string? CreateUserId { get; init; }

    /// <summary>Image name.</summary>
    public string? ImageName { get; init; }

    /// <summary>GPU model.</summary>
    public string? GpuType { get; init; }

    /// <summary>Labels it must carry; one JSON value on the wire.</summary>
    [JsonConverter(typeof(JsonInString))]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Created after.</summary>
    public DateTimeOffset? CreateTimeAfter { get; init; }

    /// <summary>Created before.</summary>
    public DateTimeOffset? CreateTimeBefore { get; init; }

    /// <summary><c>Priority</c>, <c>GmtCreateTime</c>, <c>GmtModifiedTime</c>.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>ASC</c> or <c>DESC</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public long? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public long? PageSize { get; init; }
}

/// <summary>A page of instances.</summary>
public sealed record ListInstancesAnswer : DswAnswer
{
    /// <summary>The instances.</summary>
    public IReadOnlyList<Instance>? Instances { get; init; }

    /// <summary>How many match on all pages.</summary>
    public long? TotalCount { get; init; }
}
