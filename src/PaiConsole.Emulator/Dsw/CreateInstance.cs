using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>POST /api/v2/instances. There is no client token: a repeat makes a second instance.</summary>
internal sealed class CreateInstance : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(CreateInstance);

    public object Handle(WireCall call)
    {
        NotebookRules.Check(call.Body, creating: true);
        var world = call.World;
        Notebook notebook = new(world, world.NewId("dsw-", 16, "0123456789abcdef"), new NotebookSpec(call.Body), call.Body.Text("UserId") ?? World.People.KeyOwner);
        world.Notebooks.Add(notebook);
        notebook.Enter("Creating");
        return new { InstanceId = notebook.Id };
    }
}
