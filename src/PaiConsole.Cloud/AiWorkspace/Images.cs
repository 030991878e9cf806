using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.AiWorkspace;

/// <summary>Filter and page of ListImages.</summary>
public sealed record ListImagesQuery
{
    /// <summary>One workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Name contains.</summary>
    public string? Name { get; init; }

    /// <summary>Text in name or description.</summary>
    public string? Query { get; init; }

    /// <summary>One image address.</summary>
    public string? ImageUri { get; init; }

    /// <summary>Labels it must carry; sent as <c>key=value</c> pairs joined by commas.</summary>
    [JsonConverter(typeof(Pairs))]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary><c>PUBLIC</c> or <c>PRIVATE</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary>With labels and size.</summary>
    public bool? Verbose { get; init; }

    /// <summary>Sort field.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>ASC</c> or <c>DESC</c>.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNumber { get; init; }

    /// <summary>Items per page.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of images.</summary>
public sealed record ListImagesAnswer : PaiAnswer
{
    /// <summary>The images.</summary>
    public IReadOnlyList<Image>? Images { get; init; }

    /// <summary>How many match on all pages.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>A registered container image.</summary>
public sealed record Image
{
    /// <summary>Id.</summary>
    public string? ImageId { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Address in a registry.</summary>
    public string? ImageUri { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Size as the registry reports it.</summary>
    public long? Size { get; init; }

    /// <summary><c>PUBLIC</c> or <c>PRIVATE</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary>What made it.</summary>
    public string? SourceType { get; init; }

    /// <summary>Id of what made it.</summary>
    public string? SourceId { get; init; }

    /// <summary>Workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Account id of its creator.</summary>
    public string? UserId { get; init; }

    /// <summary>Account id of the tenant.</summary>
    public string? ParentUserId { get; init; }

    /// <summary>Labels, for example <c>system.supported.dlc</c>.</summary>
    public IReadOnlyList<Label>? Labels { get; init; }

    /// <summary>Created.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>Last changed.</summary>
    public DateTimeOffset? GmtModifiedTime { get; init; }
}

/// <summary>A key and a value.</summary>
public sealed record Label
{
    /// <summary>Key.</summary>
    public string? Key { get; init; }

    /// <summary>Value.</summary>
    public string? Value { get; init; }
}
