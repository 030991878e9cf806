using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.AiWorkspace;

internal sealed class AiWorkspaceApi(PaiTransport transport) : IAiWorkspaceApi
{
    private static readonly AiWorkspaceJson Json = AiWorkspaceJson.Default;
    private readonly PaiClient _client = new(transport, PaiProduct.AiWorkspace);

    public Task<ListWorkspacesAnswer> ListWorkspacesAsync(ListWorkspacesQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListWorkspaces", "/api/v1/workspaces", query, Json.ListWorkspacesQuery, Json.ListWorkspacesAnswer, cancellationToken);

    public Task<ListImagesAnswer> ListImagesAsync(ListImagesQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListImages", "/api/v1/images", query, Json.ListImagesQuery, Json.ListImagesAnswer, cancellationToken);

    public Task<ListDatasetsAnswer> ListDatasetsAsync(ListDatasetsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListDatasets", "/api/v1/datasets", query, Json.ListDatasetsQuery, Json.ListDatasetsAnswer, cancellationToken);
}
