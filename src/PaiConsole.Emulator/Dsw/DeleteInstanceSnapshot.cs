using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>DELETE /api/v2/instances/{InstanceId}/snapshots/{SnapshotId}. Inferred: not while it is being made, and the image that was pushed stays.</summary>
internal sealed class DeleteInstanceSnapshot : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(DeleteInstanceSnapshot);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var snapshot = notebook.NeedSnapshot(call.Path("SnapshotId"));
        if (snapshot.Status != "Saved")
            throw WireError.Conflict(Product, $"{Name} is not allowed while snapshot {snapshot.Id} is {snapshot.Status}; it must be Saved.");
        notebook.Snapshots.Remove(snapshot);
        return new { InstanceId = notebook.Id, SnapshotId = snapshot.Id };
    }
}
