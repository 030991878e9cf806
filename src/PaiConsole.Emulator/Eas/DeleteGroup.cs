using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>DELETE one group: an empty one, or with CascadeDelete its members too.</summary>
internal sealed class DeleteGroup : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(DeleteGroup);

    public object Handle(WireCall call)
    {
        var group = call.World.Services.NeedGroup(call);
        if (group.Members.Count == 0)
            call.World.Services.RemoveGroup(group);
        else if (!string.Equals(call.Text("CascadeDelete"), "true", StringComparison.OrdinalIgnoreCase))
            throw WireError.Conflict(Product, FormattableString.Invariant($"Group {group.Name} has {group.Members.Count} service(s): delete them first, or ask for CascadeDelete."));
        foreach (var member in group.Members.Where(m => m.Status != "Deleting").ToArray())
            member.Ask("DeleteService");
        return new { Message = $"Delete service group {group.Name} successfully" };
    }
}
