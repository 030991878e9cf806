using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Eas;

/// <summary>Filter and page of ListServices; null means no filter.</summary>
public sealed record ListServicesQuery
{
    /// <summary>One workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Also services without a workspace.</summary>
    public bool? IncludeNoWorkspace { get; init; }

    /// <summary>One name.</summary>
    public string? ServiceName { get; init; }

    /// <summary>One id.</summary>
    public string? ServiceUid { get; init; }

    /// <summary>One status word.</summary>
    public string? ServiceStatus { get; init; }

    /// <summary><c>Standard</c>, <c>Async</c>, <c>LLM</c>, …</summary>
    public string? ServiceType { get; init; }

    /// <summary>Members of one traffic group.</summary>
    public string? GroupName { get; init; }

    /// <summary><c>standalone</c> or <c>grouping</c>.</summary>
    public string? TrafficState { get; init; }

    /// <summary><c>PublicResource</c>, <c>DedicatedResource</c>, …</summary>
    public string? ResourceType { get; init; }

    /// <summary>One resource group.</summary>
    public string? ResourceName { get; init; }

    /// <summary>One resource quota.</summary>
    public string? QuotaId { get; init; }

    /// <summary>Name contains.</summary>
    public string? Filter { get; init; }

    /// <summary>Labels it must carry; one JSON value on the wire.</summary>
    [JsonConverter(typeof(JsonInString))]
    public IReadOnlyDictionary<string, string>? Label { get; init; }

    /// <summary>Sort field, for example <c>CreateTime</c>.</summary>
    public string? Sort { get; init; }

    /// <summary><c>desc</c> or <c>asc</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Items per page; 100 by default.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of services.</summary>
public sealed record ListServicesAnswer : PaiAnswer
{
    /// <summary>The services.</summary>
    public IReadOnlyList<Service>? Services { get; init; }

    /// <summary>This page.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public int? PageSize { get; init; }

    /// <summary>How many match on all pages.</summary>
    public int? TotalCount { get; init; }
}
