using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.AiWorkspace;

/// <summary>Filter and page of ListDatasets.</summary>
public sealed record ListDatasetsQuery
{
    /// <summary>One workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Name contains.</summary>
    public string? Name { get; init; }

    /// <summary>These datasets; comma-joined on the wire.</summary>
    [JsonConverter(typeof(Csv))]
    public IReadOnlyList<string>? DatasetIds { get; init; }

    /// <summary><c>NAS</c>, <c>OSS</c>, …; comma-joined on the wire.</summary>
    [JsonConverter(typeof(Csv))]
    public IReadOnlyList<string>? DataSourceTypes { get; init; }

    /// <summary><c>COMMON</c>, <c>TEXT</c>, …; comma-joined on the wire.</summary>
    [JsonConverter(typeof(Csv))]
    public IReadOnlyList<string>? DataTypes { get; init; }

    /// <summary><c>FILE</c>, <c>DIRECTORY</c>; comma-joined on the wire.</summary>
    [JsonConverter(typeof(Csv))]
    public IReadOnlyList<string>? Properties { get; init; }

    /// <summary><c>PUBLIC</c> or <c>PRIVATE</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary><c>pai</c> for public datasets of PAI.</summary>
    public string? Provider { get; init; }

    /// <summary>Sort field.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>ASC</c> or <c>DESC</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of datasets.</summary>
public sealed record ListDatasetsAnswer : PaiAnswer
{
    /// <summary>The datasets.</summary>
    public IReadOnlyList<Dataset>? Datasets { get; init; }

    /// <summary>How many match on all pages.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>A registered dataset: a name for a place in OSS or NAS.</summary>
public sealed record Dataset
{
    /// <summary>Id, for example <c>d-…</c>.</summary>
    public string? DatasetId { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Where the data is.</summary>
    public string? Uri { get; init; }

    /// <summary><c>OSS</c>, <c>NAS</c>, …</summary>
    public string? DataSourceType { get; init; }

    /// <summary><c>COMMON</c>, <c>TEXT</c>, <c>PIC</c>, …</summary>
    public string? DataType { get; init; }

    /// <summary><c>FILE</c> or <c>DIRECTORY</c>.</summary>
    public string? Property { get; init; }

    /// <summary><c>BASIC</c>, <c>ADVANCED</c> or <c>LOGICAL</c>.</summary>
    public string? Edition { get; init; }

    /// <summary>Mount options, a JSON document as a string.</summary>
    public string? Options { get; init; }

    /// <summary><c>RO</c> or <c>RW</c>.</summary>
    public string? MountAccess { get; init; }

    /// <summary><c>PUBLIC</c>, <c>PRIVATE</c> or <c>ROLE_PUBLIC</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary><c>ECS</c> or <c>Lingjun</c>.</summary>
    public string? ProviderType { get; init; }

    /// <summary>What made it.</summary>
    public string? SourceType { get; init; }

    /// <summary>Id of what made it.</summary>
    public string? SourceId { get; init; }

    /// <summary>Shared from another workspace.</summary>
    public bool? IsShared { get; init; }

    /// <summary>Account id of the tenant.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Account id of its creator.</summary>
    public string? UserId { get; init; }

    /// <summary>Workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<Label>? Labels { get; init; }

    /// <summary>Newest version.</summary>
    public DatasetVersion? LatestVersion { get; init; }

    /// <summary>Created.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>Last changed.</summary>
    public DateTimeOffset? GmtModifiedTime { get; init; }
}

/// <summary>A version of a dataset.</summary>
public sealed record DatasetVersion
{
    /// <summary>For example <c>v1</c>.</summary>
    public string? VersionName { get; init; }

    /// <summary>Where the data is.</summary>
    public string? Uri { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Number of files.</summary>
    public long? DataCount { get; init; }

    /// <summary>Bytes.</summary>
    public long? DataSize { get; init; }

    /// <summary><c>OSS</c>, <c>NAS</c>, …</summary>
    public string? DataSourceType { get; init; }

    /// <summary><c>RO</c> or <c>RW</c>.</summary>
    public string? MountAccess { get; init; }

    /// <summary>Mount options, a JSON document as a string.</summary>
    public string? Options { get; init; }

    /// <summary><c>FILE</c> or <c>DIRECTORY</c>.</summary>
    public string? Property { get; init; }

    /// <summary>Created.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>Last changed.</summary>
    public DateTimeOffset? GmtModifiedTime { get; init; }
}
