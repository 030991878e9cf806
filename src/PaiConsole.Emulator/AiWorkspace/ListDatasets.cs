using System.Text.Json;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.AiWorkspace;

/// <summary>GET /api/v1/datasets.</summary>
internal sealed class ListDatasets : IWireOperation
{
    private const int DefaultPage = 10;

    public string Product => Transport.Product.AiWorkspace;

    public string Name => nameof(ListDatasets);

    public object Handle(WireCall call)
    {
        var found = call.World.Assets.Datasets.Where(d =>
            call.Like("Name", d.Name) && call.IsAnyOf("DatasetIds", d.Id) && call.IsAnyOf("DataSourceTypes", d.DataSourceType)
            && call.IsAnyOf("DataTypes", d.DataType) && call.IsAnyOf("SourceTypes", "USER") && call.Is("Accessibility", "PUBLIC")
            && call.IsAnyOf("Properties", "DIRECTORY") && call.Is("WorkspaceId", d.WorkspaceId) && call.Is("Edition", "BASIC")
            && call.Is("SourceId", null) && call.Is("SourceDatasetId", null) && call.Is("Label", null) && call.Is("Provider", null) && call.Is("ShareScope", null));
        var (total, page) = Listing.Of(call, found, d => d.Created, d => d.Name, DefaultPage);
        return new { TotalCount = (long)total, Datasets = page.Select(Answer).ToArray() };
    }

    private static object Answer(Dataset d)
    {
        var options = JsonSerializer.Serialize(new { mountPath = d.MountPath });
        return new
        {
            DatasetId = d.Id,
            d.Name,
            d.Description,
            d.Uri,
            d.DataSourceType,
            d.DataType,
            Property = "DIRECTORY",
            Accessibility = "PUBLIC",
            Edition = "BASIC",
            ProviderType = "ECS",
            SourceType = "USER",
            MountAccess = "RW",
            IsShared = false,
            Options = options,
            UserId = d.Owner,
            OwnerId = d.Owner,
            d.WorkspaceId,
            Labels = Array.Empty<object>(),
            GmtCreateTime = WireJson.Iso(d.Created),
            GmtModifiedTime = WireJson.Iso(d.Created),
            LatestVersion = new
            {
                VersionName = "v1",
                d.Uri,
                d.DataSourceType,
                d.Description,
                Property = "DIRECTORY",
                SourceType = "USER",
                MountAccess = "RW",
                Options = options,
                GmtCreateTime = WireJson.Iso(d.Created),
                GmtModifiedTime = WireJson.Iso(d.Created),
            },
        };
    }
}
