using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Dlc;

/// <summary>Filter and page of ListJobs; null means no filter. Without a time filter the cloud looks back 7 days only.</summary>
public sealed record ListJobsQuery
{
    /// <summary>One workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Every workspace the caller may see.</summary>
    public bool? FromAllWorkspaces { get; init; }

    /// <summary>One job.</summary>
    public string? JobId { get; init; }

    /// <summary>These jobs; comma-joined on the wire.</summary>
    [JsonConverter(typeof(Csv))]
    public IReadOnlyList<string>? JobIds { get; init; }

    /// <summary>Name contains.</summary>
    public string? DisplayName { get; init; }

    /// <summary>How the name is matched.</summary>
    public string? DisplayNameSearchMode { get; init; }

    /// <summary>One status word.</summary>
    public string? Status { get; init; }

    /// <summary>One job type.</summary>
    public string? JobType { get; init; }

    /// <summary>Resource quota.</summary>
    public string? ResourceId { get; init; }

    /// <summary><c>PRIVATE</c> or <c>PUBLIC</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary><c>PrePaid</c>, <c>Spot</c> or <c>PostPaid</c>.</summary>
    public string? PaymentType { get; init; }

    /// <summary>Name of the owner.</summary>
    public string? Username { get; init; }

    /// <summary>Account id of the owner.</summary>
    public string? UserIdForFilter { get; init; }

    /// <summary>Only the caller's.</summary>
    public bool? ShowOwn { get; init; }

    /// <summary>Program that made the job.</summary>
    public string? Caller { get; init; }

    /// <summary>Pipeline it belongs to.</summary>
    public string? PipelineId { get; init; }

    /// <summary>Tags it must carry; one JSON value on the wire.</summary>
    [JsonConverter(typeof(JsonInString))]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Created at or after; 7 days ago by default.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Created at or before; now by default.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Field the two times filter, if not the creation time.</summary>
    public string? TimeRangeField { get; init; }

    /// <summary><c>DisplayName</c>, <c>JobType</c>, <c>Status</c>, <c>GmtCreateTime</c>, <c>GmtFinishTime</c>.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>desc</c> or <c>asc</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of jobs.</summary>
public sealed record ListJobsAnswer : PaiAnswer
{
    /// <summary>The jobs.</summary>
    public IReadOnlyList<Job>? Jobs { get; init; }

    /// <summary>How many match on all pages.</summary>
    public long? TotalCount { get; init; }
}
