using System.Globalization;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>GET …/events: of the service and of its pods, newest first; the last seven days unless asked otherwise.</summary>
internal sealed class DescribeServiceEvent : IWireOperation
{
    private const int DefaultDays = 7;

    public string Product => Transport.Product.Eas;

    public string Name => nameof(DescribeServiceEvent);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        var page = Paging.Of(call, "PageNum", 100);
        var to = call.Instant("EndTime");
        var from = call.Instant("StartTime") ?? (to ?? call.Now).AddDays(-DefaultDays);
        var pods = service.PodEvents.Between(from, to).Where(h => call.Text("InstanceName") is not { } pod || h.Message.StartsWith(pod + ":", StringComparison.Ordinal));
        var own = call.Text("InstanceName") is null ? service.Events.Between(from, to) : [];
        var found = pods.Select(h => (Happening: h, Resource: "Pod")).Concat(own.Select(h => (Happening: h, Resource: "Service")))
            .Where(e => call.Text("EventType") is not { } type || e.Happening.Level == type)
            .OrderByDescending(e => e.Happening.At).ToList();
        return new
        {
            PageNum = (long)page.Number,
            TotalCount = (long)found.Count,
            TotalPageNum = Paging.Pages(found.Count, page.Size),
            Events = found.Cut(page).Select(e => new
            {
                Time = e.Happening.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                Type = e.Happening.Level,
                e.Happening.Reason,
                e.Resource,
                e.Happening.Message,
            }).ToArray(),
        };
    }
}
