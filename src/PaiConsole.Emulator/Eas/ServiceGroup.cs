namespace PaiConsole.Emulator.Eas;

/// <summary>Services that share one endpoint. Under <c>auto</c> each member gets its share of instances, under <c>customized</c> its share of weights.</summary>
internal sealed class ServiceGroup(World.World world, string name, string userId, string workspaceId)
{
    private readonly List<ModelService> _members = [];

    public string Name { get; } = name;

    public string UserId { get; } = userId;

    public string WorkspaceId { get; } = workspaceId;

    public string Token { get; } = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(world.NewId("", 36, "0123456789abcdef"))).TrimEnd('=');

    public string TrafficMode { get; private set; } = "auto";

    public DateTimeOffset Created { get; set; } = world.Now;

    public DateTimeOffset Updated { get; set; } = world.Now;

    public Dictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>As it was sent; null while none was.</summary>
    public System.Text.Json.JsonElement? Network { get; set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ModelService> Members => _members;

    /// <summary>The shared endpoint's callers; they come to whoever is in the group.</summary>
    public ModelService? Face => _members.Count > 0 ? _members[0] : null;

    public void SetMode(string mode)
    {
        TrafficMode = mode;
        Recount();
    }

    /// <summary>Replaces the labels.</summary>
    public void SetLabels(System.Text.Json.JsonElement? labels)
    {
        Labels.Clear();
        if (labels is { } given)
            foreach (var label in given.EnumerateObject())
                Labels[label.Name] = label.Value.ToString();
    }

    public void Join(ModelService service)
    {
        _members.Add(service);
        service.Group = this;
        Recount();
    }

    public void Leave(ModelService service)
    {
        if (Face == service && _members.Count > 1)
            _members[1].Traffic.Inherit(service.Traffic);
        _members.Remove(service);
        service.Group = null;
        Recount();
    }

    /// <summary>Writes down each member's share of the group's traffic from now on.</summary>
    public void Recount()
    {
        double Part(ModelService m) => m.TrafficState != "grouping" || m.Replicas.Running == 0 ? 0
            : TrafficMode == "customized" ? Math.Max(0, m.Weight)
            : m.Replicas.Running;
        var sum = _members.Sum(Part);
        foreach (var member in _members)
            member.Traffic.SetShare(world.Now, sum > 0 ? Part(member) / sum : 0);
    }
}
