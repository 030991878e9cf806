using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>GET /api/v2/groups, newest first.</summary>
internal sealed class ListGroups : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(ListGroups);

    public object Handle(WireCall call)
    {
        var page = Paging.Of(call, "PageNumber", 100);
        var labels = call.Query.Map("Labels");
        var found = call.World.Services.Groups.Where(g =>
            (call.Text("Filter") is not { } part || g.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
            && (call.Text("TrafficMode") is not { } mode || g.TrafficMode == mode)
            && (call.Text("WorkspaceId") is not { } workspace || g.WorkspaceId == workspace)
            && labels.All(l => g.Labels.TryGetValue(l.Key, out var value) && value == l.Value)).ToList();
        var sorted = call.Descending() ? found.OrderByDescending(g => g.Created) : found.OrderBy(g => g.Created);
        return new
        {
            PageNumber = (long)page.Number,
            PageSize = (long)page.Size,
            TotalCount = (long)found.Count,
            Groups = sorted.ThenBy(g => g.Name, StringComparer.Ordinal).Cut(page).Select(g => new GroupAnswer(call.World, g, detail: false)).ToArray(),
        };
    }
}
