using PaiConsole.Emulator.Facts;

namespace PaiConsole.Emulator.Control;

/// <summary><c>GET ledger?kind=&amp;id=</c>: what really happened. An open interval counts until now; cost = seconds / 3600 × replicas × pricePerHour × spotFactor.</summary>
internal sealed class GetLedger : IControlAction
{
    public string Method => "GET";

    public string Path => "ledger";

    public object Handle(ControlCall call)
    {
        // Copied: an open interval may be closed while it is being serialised.
        var intervals = call.World.Ledger.Intervals(call.Query.Text("kind"))
            .Where(i => call.Query.Text("id") is not { } id || i.Id == id)
            .Select(i => (Interval: i, Sku: SkuCatalogue.Find(i.Sku), Seconds: ((i.To ?? call.World.Now) - i.From).TotalSeconds))
            .Select(i => new
            {
                i.Interval.Kind,
                i.Interval.Id,
                i.Interval.Name,
                i.Interval.Role,
                i.Interval.Sku,
                i.Interval.Replicas,
                i.Interval.SpotFactor,
                i.Interval.From,
                i.Interval.To,
                i.Seconds,
                GpuSeconds = i.Seconds * i.Interval.Replicas * (i.Sku?.Gpu ?? 0),
                PricePerHour = i.Sku?.PricePerHour.TryGetValue(call.World.Options.Region, out var price) == true ? price : (double?)null,
            });
        return new { items = intervals.ToArray() };
    }
}

/// <summary><c>GET requests?action=</c>: calls received.</summary>
internal sealed class GetRequests : IControlAction
{
    public string Method => "GET";

    public string Path => "requests";

    public object Handle(ControlCall call) => new { total = call.World.Requests.Total, items = call.World.Requests.List(call.Query.Text("action")) };
}
