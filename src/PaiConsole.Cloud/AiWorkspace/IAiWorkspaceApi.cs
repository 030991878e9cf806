namespace PaiConsole.Cloud.AiWorkspace;

/// <summary>Workspaces and what they hold: AIWorkSpace 2021-02-04. Every method throws <see cref="PaiApiException"/>.</summary>
public interface IAiWorkspaceApi
{
    /// <summary>Reads a page of workspaces.</summary>
    Task<ListWorkspacesAnswer> ListWorkspacesAsync(ListWorkspacesQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of registered images.</summary>
    Task<ListImagesAnswer> ListImagesAsync(ListImagesQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of registered datasets.</summary>
    Task<ListDatasetsAnswer> ListDatasetsAsync(ListDatasetsQuery query, CancellationToken cancellationToken);
}
