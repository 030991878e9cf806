using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>GET …/instances: what serves and what starts.</summary>
internal sealed class ListServiceInstances : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(ListServiceInstances);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        var page = Paging.Of(call, "PageNumber", 100);
        bool Is(string parameter, string? value) => call.Text(parameter) is not { } wanted || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);
        var found = service.Replicas.Live.Select(r => new InstanceAnswer(service, r)).Where(i =>
            Is("InstanceName", i.InstanceName) && Is("InstanceStatus", i.Status) && Is("InstanceType", i.InstanceType) && Is("HostIP", i.HostIP)
            && Is("InstanceIP", i.InnerIP) && Is("Role", i.Role) && Is("ResourceType", i.ResourceType) && Is("Resource", null) && Is("QuotaId", null)
            && Is("MemberType", null) && Is("ReplicaName", null) && (call.Flag("IsSpot") is not { } spot || i.IsSpot == spot)
            && (call.Text("Filter") is not { } part || $"{i.InstanceName} {i.HostIP} {i.InnerIP}".Contains(part, StringComparison.OrdinalIgnoreCase))).ToList();
        var sorted = call.Descending() ? found.OrderByDescending(i => i.CreateTime, StringComparer.Ordinal) : found.OrderBy(i => i.CreateTime, StringComparer.Ordinal);
        return new
        {
            PageNumber = page.Number,
            PageSize = page.Size,
            TotalCount = found.Count,
            Instances = sorted.ThenBy(i => i.InstanceName, StringComparer.Ordinal).Cut(page).ToArray(),
        };
    }
}
