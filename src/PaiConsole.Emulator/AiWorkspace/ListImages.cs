using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.AiWorkspace;

/// <summary>GET /api/v1/images. <c>Labels</c> is <c>key=value,key=value</c>, all of which must hold; <c>Query</c> looks in name, description and URI.</summary>
internal sealed class ListImages : IWireOperation
{
    private const int DefaultPage = 20;

    public string Product => Transport.Product.AiWorkspace;

    public string Name => nameof(ListImages);

    public object Handle(WireCall call)
    {
        var labels = (call.Text("Labels") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(l => l.Split('=', 2)).ToArray();
        var found = call.World.Assets.Images.Where(i =>
            call.Like("Name", i.Name) && call.Is("ImageUri", i.Uri) && call.Is("Accessibility", Accessibility(i))
            && call.Like("Query", $"{i.Name} {i.Description} {i.Uri}")
            && (call.Text("WorkspaceId") is not { } workspace || i.Owner is null || workspace == People.DefaultWorkspace)
            && labels.All(l => i.Labels.TryGetValue(l[0], out var value) && (l.Length < 2 || l[1] == value)));
        var (total, page) = Listing.Of(call, found, i => i.Created, i => i.Name, DefaultPage);

        // Labels come only with Verbose.
        var verbose = call.Flag("Verbose") == true;
        return new
        {
            TotalCount = (long)total,
            Images = page.Select(i => new
            {
                ImageId = i.Id,
                i.Name,
                ImageUri = i.Uri,
                i.Description,
                Accessibility = Accessibility(i),
                UserId = i.Owner,
                ParentUserId = i.Owner is null ? null : People.KeyOwner,
                WorkspaceId = i.Owner is null ? null : People.DefaultWorkspace,
                Labels = verbose ? i.Labels.Select(l => new { l.Key, l.Value }).ToArray() : null,
                Size = (long)(4 + Signal.Hash(i.Uri, 8) % 14) * 1_000_000_000,
                GmtCreateTime = WireJson.Iso(i.Created),
                GmtModifiedTime = WireJson.Iso(i.Created),
            }).ToArray(),
        };
    }

    private static string Accessibility(Image image) => image.Owner is null ? "PUBLIC" : "PRIVATE";
}
