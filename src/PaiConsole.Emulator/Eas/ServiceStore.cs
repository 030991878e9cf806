using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>All services by name, and their groups.</summary>
internal sealed class ServiceStore
{
    private readonly Dictionary<string, ModelService> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServiceGroup> _groups = new(StringComparer.Ordinal);

    public int Count => _byName.Count;

    public IEnumerable<ModelService> All => _byName.Values;

    public IReadOnlyCollection<ServiceGroup> Groups => _groups.Values;

    /// <summary>Adds a service, and to its group, which is made on first use. The first member takes the group's traffic; a later one must be released.</summary>
    public void Add(ModelService service)
    {
        _byName.Add(service.Name, service);
        if (service.Document.Group is not { } name)
            return;
        if (!_groups.TryGetValue(name, out var group))
            AddGroup(group = new(service.World, name, service.UserId, service.WorkspaceId) { Created = service.Created });
        if (group.Members.Count == 0)
            service.TrafficState = "grouping";
        group.Join(service);
    }

    public void AddGroup(ServiceGroup group) => _groups.Add(group.Name, group);

    /// <summary>Removes a service; its group goes with the last member.</summary>
    public void Remove(ModelService service)
    {
        _byName.Remove(service.Name);
        if (service.Group is not { } group)
            return;
        group.Leave(service);
        if (group.Members.Count == 0)
            _groups.Remove(group.Name);
    }

    public void RemoveGroup(ServiceGroup group) => _groups.Remove(group.Name);

    public void Clear()
    {
        _byName.Clear();
        _groups.Clear();
    }

    public ModelService? Find(string name) => _byName.GetValueOrDefault(name);

    public ServiceGroup? FindGroup(string name) => _groups.GetValueOrDefault(name);

    /// <summary>The service that a call's path names, or EAS's not found.</summary>
    public ModelService Need(WireCall call)
    {
        var name = call.Path("ServiceName");
        return call.Path("ClusterId") == call.World.Options.Region && Find(name) is { } service
            ? service
            : throw WireError.NotFound(Product.Eas, "Service", name);
    }

    /// <summary>The group that a call's path names, or EAS's not found.</summary>
    public ServiceGroup NeedGroup(WireCall call)
    {
        var name = call.Path("GroupName");
        return call.Path("ClusterId") == call.World.Options.Region && FindGroup(name) is { } group
            ? group
            : throw WireError.NotFound(Product.Eas, "Group", name);
    }
}
