using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>PUT /api/v2/instances/{InstanceId}/stop. With SaveImage it is saved first.</summary>
internal sealed class StopInstance : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(StopInstance);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        notebook.Ask(call.Flag("SaveImage") == true ? "SaveAndStop" : Name);
        return new { InstanceId = notebook.Id };
    }
}
