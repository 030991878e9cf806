using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>PUT /api/v2/batch/instances/stop: stops each instance that runs, see <see cref="Batch"/>.</summary>
internal sealed class StopInstances : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(StopInstances);

    public object Handle(WireCall call) => Batch.Handle(call, nameof(StopInstance));
}
