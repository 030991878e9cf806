using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>GET /api/v2/instances/{InstanceId}.</summary>
internal sealed class GetInstance : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(GetInstance);

    public object Handle(WireCall call) => new NotebookAnswer(call.World.Notebooks.Need(call.Path("InstanceId")));
}
