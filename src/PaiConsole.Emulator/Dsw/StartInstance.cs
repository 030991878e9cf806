using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>PUT /api/v2/instances/{InstanceId}/start: from Stopped, Failed or SaveFailed.</summary>
internal sealed class StartInstance : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(StartInstance);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        notebook.Ask(Name);
        return new { InstanceId = notebook.Id };
    }
}
