using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.AiWorkspace;

/// <summary>GET /api/v1/workspaces.</summary>
internal sealed class ListWorkspaces : IWireOperation
{
    private const int DefaultPage = 20;

    public string Product => Transport.Product.AiWorkspace;

    public string Name => nameof(ListWorkspaces);

    public object Handle(WireCall call)
    {
        if (call.Text("Option") == "GetResourceLimits")
            return new { ResourceLimits = new Dictionary<string, object>(StringComparer.Ordinal), TotalCount = 0L, Workspaces = Array.Empty<object>() };
        var found = call.World.Assets.Workspaces.Where(w =>
            call.IsAnyOf("WorkspaceIds", w.Id) && call.Like("WorkspaceName", w.Name) && call.Is("Status", "ENABLED") && call.Is("ResourceGroupId", null));
        var (total, page) = Listing.Of(call, found, w => w.Created, w => w.Name, DefaultPage);
        return new
        {
            TotalCount = (long)total,
            Workspaces = page.Select(w => new
            {
                WorkspaceId = w.Id,
                WorkspaceName = w.Name,
                DisplayName = w.Display,
                w.Description,
                Creator = People.KeyOwner,
                AdminNames = w.Admins,
                EnvTypes = new[] { "prod" },
                Status = "ENABLED",
                IsDefault = w.Id == People.DefaultWorkspace,
                GmtCreateTime = WireJson.Iso(w.Created),
                GmtModifiedTime = WireJson.Iso(w.Created),
            }).ToArray(),
        };
    }
}
