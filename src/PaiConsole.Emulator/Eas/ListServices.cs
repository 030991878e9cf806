using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>GET /api/v2/services. A hundred a page, newest first, unless asked otherwise.</summary>
internal sealed class ListServices : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(ListServices);

    public object Handle(WireCall call)
    {
        var page = Paging.Of(call, "PageNumber", 100);
        Func<ModelService, IComparable> key = call.Text("Sort")?.ToUpperInvariant() switch
        {
            null or "CREATETIME" => s => s.Created,
            "UPDATETIME" => s => s.Updated,
            "SERVICENAME" => s => s.Name,
            "STATUS" or "SERVICESTATUS" => s => s.Status,
            var other => throw WireError.Invalid(Product, $"Sort '{other}' is not a field services can be sorted by."),
        };
        var matching = call.World.Services.All.Where(ServiceFilter.Of(call));
        var found = (call.Descending() ? matching.OrderByDescending(key) : matching.OrderBy(key)).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        return new
        {
            PageNumber = page.Number,
            PageSize = page.Size,
            TotalCount = found.Count,
            Services = found.Cut(page).Select(s => new ServiceAnswer(s, detail: false)).ToArray(),
        };
    }
}
