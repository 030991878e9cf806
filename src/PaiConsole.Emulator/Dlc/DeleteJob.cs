using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>DELETE /api/v1/jobs/{JobId}: only a finished one.</summary>
internal sealed class DeleteJob : IWireOperation
{
    public string Product => Transport.Product.Dlc;

    public string Name => nameof(DeleteJob);

    public object Handle(WireCall call)
    {
        var job = call.World.Jobs.Need(call.Path("JobId"));
        job.Delete();
        return new { JobId = job.Id };
    }
}
