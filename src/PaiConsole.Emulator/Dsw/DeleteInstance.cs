using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>DELETE /api/v2/instances/{InstanceId}: only at rest; gone a moment later.</summary>
internal sealed class DeleteInstance : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(DeleteInstance);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        notebook.Ask(Name);
        return new { InstanceId = notebook.Id };
    }
}
