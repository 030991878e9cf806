namespace PaiConsole.Emulator.Control;

/// <summary><c>GET ledger?kind=</c>: what really happened.</summary>
internal sealed class GetLedger : IControlAction
{
    public string Method => "GET";

    public string Path => "ledger";

    public object Handle(ControlCall call)
    {
        // Copied: an open interval may be closed while it is being serialised.
        var intervals = call.World.Ledger.Intervals(call.Query.Text("kind"))
            .Select(i => new { i.Kind, i.Id, i.Name, i.Role, i.Sku, i.Replicas, i.SpotFactor, i.From, i.To });
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
