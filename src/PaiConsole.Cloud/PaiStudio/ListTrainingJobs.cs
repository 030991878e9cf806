using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.PaiStudio;

/// <summary>Filter and page of ListTrainingJobs; null means no filter.</summary>
public sealed record ListTrainingJobsQuery
{
    /// <summary>One workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>One training job.</summary>
    public string? TrainingJobId { get; init; }

    /// <summary>Name contains.</summary>
    public string? TrainingJobName { get; init; }

    /// <summary>One status word.</summary>
    public string? Status { get; init; }

    /// <summary>Registered algorithm.</summary>
    public string? AlgorithmName { get; init; }

    /// <summary>Only those whose program is not registered, or only the others.</summary>
    public bool? IsTempAlgo { get; init; }

    /// <summary>Labels they must carry; one JSON value on the wire.</summary>
    [JsonConverter(typeof(JsonInString))]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Created at or after.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Created at or before; now by default.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Sort field, for example <c>GmtCreateTime</c>.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>DESC</c> or <c>ASC</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of training jobs.</summary>
public sealed record ListTrainingJobsAnswer : PaiAnswer
{
    /// <summary>The training jobs.</summary>
    public IReadOnlyList<TrainingJob>? TrainingJobs { get; init; }

    /// <summary>How many match on all pages.</summary>
    public long? TotalCount { get; init; }
}
