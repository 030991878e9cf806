using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>POST /api/v1/jobs/{JobId}/stop: any job that is not finished; Stopped some seconds later.</summary>
internal sealed class StopJob : IWireOperation
{
    public string Product => Transport.Product.Dlc;

    public string Name => nameof(StopJob);

    public object Handle(WireCall call)
    {
        var job = call.World.Jobs.Need(call.Path("JobId"));
        job.Ask(Name);
        return new { JobId = job.Id };
    }
}
