using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.AiWorkspace;

/// <summary>Filter and page of ListWorkspaces.</summary>
public sealed record ListWorkspacesQuery
{
    /// <summary>These workspaces; comma-joined on the wire.</summary>
    [JsonConverter(typeof(Csv))]
    public IReadOnlyList<string>? WorkspaceIds { get; init; }

    /// <summary>Name contains.</summary>
    public string? WorkspaceName { get; init; }

    /// <summary>One status word, for example <c>ENABLED</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>GetWorkspaces</c> or <c>GetResourceLimits</c>.</summary>
    public string? Option { get; init; }

    /// <summary>With administrators and environments.</summary>
    public bool? Verbose { get; init; }

    /// <summary><c>GmtCreateTime</c> or <c>GmtModifiedTime</c>.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>ASC</c> or <c>DESC</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public long? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of workspaces.</summary>
public sealed record ListWorkspacesAnswer : PaiAnswer
{
    /// <summary>The workspaces.</summary>
    public IReadOnlyList<Workspace>? Workspaces { get; init; }

    /// <summary>How many match on all pages.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>A workspace.</summary>
public sealed record Workspace
{
    /// <summary>Id.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Name.</summary>
    public string? WorkspaceName { get; init; }

    /// <summary>Name to show.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Raw status word.</summary>
    public string? Status { get; init; }

    /// <summary>Account id of its creator.</summary>
    public string? Creator { get; init; }

    /// <summary>The account's default workspace.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>Names of its administrators.</summary>
    public IReadOnlyList<string>? AdminNames { get; init; }

    /// <summary><c>dev</c>, <c>prod</c>.</summary>
    public IReadOnlyList<string>? EnvTypes { get; init; }

    /// <summary>Resource group of the account.</summary>
    [JsonPropertyName("resourceGroupId")]
    public string? ResourceGroupId { get; init; }

    /// <summary>Created.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>Last changed.</summary>
    public DateTimeOffset? GmtModifiedTime { get; init; }
}
