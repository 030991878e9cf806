using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>POST /api/v2/groups: an empty group, for members to come.</summary>
internal sealed class CreateGroup : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(CreateGroup);

    public object Handle(WireCall call)
    {
        var name = call.Body.Text("Name") ?? "";
        if (!ServiceRules.IsName(name))
            throw WireError.Invalid(Product, $"Group name '{name}' must be lower-case letters, digits and underscores, beginning with a letter.");
        var world = call.World;
        if (world.Services.FindGroup(name) is not null || world.Services.Find(name) is not null)
            throw new WireException(409, "GroupAlreadyExists", $"A group or service [{name}] already exists in region [{world.Options.Region}].");
        ServiceGroup group = new(world, name, World.People.KeyOwner, call.Body.Text("WorkSpaceId") ?? World.People.DefaultWorkspace)
        {
            Network = call.Body.Field("Network"),
        };
        group.SetLabels(call.Body.Field("Labels"));
        world.Services.AddGroup(group);
        return new { Message = $"Create service group {name} successfully" };
    }
}
