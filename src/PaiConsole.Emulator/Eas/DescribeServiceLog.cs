using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>GET …/logs: lines of all instances or of one, oldest first; the last day unless asked otherwise.</summary>
internal sealed class DescribeServiceLog : IWireOperation
{
    private const int DefaultHours = 24;

    public string Product => Transport.Product.Eas;

    public string Name => nameof(DescribeServiceLog);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        var page = Paging.Of(call, "PageNum", 500);
        var to = call.Instant("EndTime") ?? call.Now;
        var from = call.Instant("StartTime") ?? to.AddHours(-DefaultHours);
        var replicas = service.Replicas.All.Where(r =>
            (call.Text("InstanceName") is not { } name || r.Name == name) && (call.Text("Ip") is not { } ip || r.Ip == ip));

        // No instance of this world has had a container before its present one.
        var entries = call.Flag("Previous") == true || call.Text("ContainerName") is { } container && container != "worker0"
            ? []
            : replicas.SelectMany(r => new ServingLog(service, r).Entries(from, to > call.Now ? call.Now : to)).OrderBy(e => e.At).ToList();
        if (call.Text("Keyword") is { } keyword)
            entries.RemoveAll(e => !e.Text().Contains(keyword, StringComparison.OrdinalIgnoreCase));
        return new
        {
            PageNum = (long)page.Number,
            TotalCount = (long)entries.Count,
            TotalPageNum = Paging.Pages(entries.Count, page.Size),
            Logs = entries.Cut(page).Select(e => e.Text()).ToArray(),
        };
    }
}
