namespace PaiConsole.Domain.Workspaces;

/// <summary>A PAI workspace (AIWorkSpace ListWorkspaces).</summary>
public sealed record Workspace(string Id, string Name, string? DisplayName, string? Status, bool IsDefault);

/// <summary>A registered dataset (AIWorkSpace ListDatasets).</summary>
/// <param name="Id">DatasetId.</param>
/// <param name="Name">Name; a manifest's claim resolves to it.</param>
/// <param name="SourceType">DataSourceType: OSS, NAS, CPFS … as the cloud says it.</param>
/// <param name="Uri">Where the data is.</param>
/// <param name="WorkspaceId">WorkspaceId.</param>
public sealed record Dataset(string Id, string Name, string? SourceType, string? Uri, string? WorkspaceId);

/// <summary>A known image (AIWorkSpace ListImages).</summary>
public sealed record ContainerImage(string Id, string Name, string Uri, IReadOnlyDictionary<string, string> Labels, string? Description);

/// <summary>Who owns an object.</summary>
/// <param name="Id">The cloud's user id.</param>
/// <param name="Name">The user's name, or the id where the cloud gives none.</param>
public sealed record Owner(string Id, string Name)
{
    /// <summary>The cloud did not say.</summary>
    public static Owner Nobody { get; } = new("", "");
}

/// <summary>Why the cloud says something changed.</summary>
/// <param name="Code">ReasonCode.</param>
/// <param name="Message">ReasonMessage, plain text from the cloud: never markup.</param>
public sealed record Reason(string Code, string Message);

/// <summary>Data mounted into a container: a registered dataset or a URI.</summary>
/// <param name="DatasetId">DatasetId / DataSourceId, or null when a URI is given.</param>
/// <param name="Uri">oss://, nas://, cpfs:// …, or null when a dataset is named.</param>
/// <param name="MountPath">Absolute path in the container.</param>
public sealed record DataMount(string? DatasetId, string? Uri, string MountPath);
