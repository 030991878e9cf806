using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>PUT /api/v2/batch/instances/delete: deletes each instance that is at rest, see <see cref="Batch"/>.</summary>
internal sealed class DeleteInstances : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(DeleteInstances);

    public object Handle(WireCall call) => Batch.Handle(call, nameof(DeleteInstance));
}
