using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>POST /api/v1/jobs. There is no client token: a repeat makes a second job.</summary>
internal sealed class CreateJob : IWireOperation
{
    public string Product => Transport.Product.Dlc;

    public string Name => nameof(CreateJob);

    public object Handle(WireCall call)
    {
        JobRules.Check(call.Body);
        var world = call.World;
        JobRequest request = new(call.Body);
        Job job = new(world, world.NewId("dlc", 13), call.Body.Text("DisplayName")!, request, World.People.KeyOwner, JobOutcome.Of(request));
        world.Jobs.Add(job);
        job.Enter("Creating");
        return new { JobId = job.Id };
    }
}
