using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>GET /api/v2/instances/{InstanceId}/events.</summary>
internal sealed class GetInstanceEvents : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(GetInstanceEvents);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var found = notebook.Events.Between(call.Instant("StartTime"), call.Instant("EndTime"));
        if (call.Text("EventLevel") is { } level)
            found = found.Where(h => string.Equals(h.Level, level, StringComparison.OrdinalIgnoreCase));
        if (call.Flag("Reverse") == true)
            found = found.Reverse();
        var all = found.ToList();
        return new
        {
            InstanceId = notebook.Id,
            TotalCount = all.Count,
            Events = all.Skip(call.Int("Offset", 0)).Take(call.Int("MaxEventsNum", 2000)).Select(h => h.ToString()).ToArray(),
        };
    }
}
