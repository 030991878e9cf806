using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>GET /api/v2/instances/{InstanceId}/snapshots/{SnapshotId}.</summary>
internal sealed class GetInstanceSnapshot : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(GetInstanceSnapshot);

    public object Handle(WireCall call) => new SnapshotAnswer(call.World.Notebooks.Need(call.Path("InstanceId")).NeedSnapshot(call.Path("SnapshotId")));
}
