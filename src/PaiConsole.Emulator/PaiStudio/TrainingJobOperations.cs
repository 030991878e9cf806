using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.PaiStudio;

/// <summary>POST /api/v1/trainingjobs. There is no client token: a repeat makes a second job.</summary>
internal sealed class CreateTrainingJob : IWireOperation
{
    public string Product => Transport.Product.PaiStudio;

    public string Name => nameof(CreateTrainingJob);

    public object Handle(WireCall call)
    {
        TrainingJobBody.Check(call.Body);
        var world = call.World;
        var id = world.NewId("train", 11);
        JobRequest request = new(TrainingJobBody.ToDlc(call.Body, id));
        Job dlc = new(world, world.NewId("dlc", 13), call.Body.Text("TrainingJobName")!, request, World.People.KeyOwner, JobOutcome.Of(request));
        world.Jobs.Add(dlc);
        world.TrainingJobs.Add(new(id, call.Body, dlc));
        dlc.Enter("Creating");
        return new { TrainingJobId = id };
    }
}

/// <summary>GET /api/v1/trainingjobs/{TrainingJobId}.</summary>
internal sealed class GetTrainingJob : IWireOperation
{
    public string Product => Transport.Product.PaiStudio;

    public string Name => nameof(GetTrainingJob);

    public object Handle(WireCall call) => new TrainingJobDetailAnswer(call.World.TrainingJobs.Need(call.Path("TrainingJobId")));
}

/// <summary>PUT /api/v1/trainingjobs/{TrainingJobId}/stop: one that has not ended; Terminated some seconds later.</summary>
internal sealed class StopTrainingJob : IWireOperation
{
    public string Product => Transport.Product.PaiStudio;

    public string Name => nameof(StopTrainingJob);

    public object Handle(WireCall call)
    {
        call.World.TrainingJobs.Need(call.Path("TrainingJobId")).Dlc.Ask("StopJob");
        return new { };
    }
}

/// <summary>DELETE /api/v1/trainingjobs/{TrainingJobId}: one that has ended (unverified), and the DLC job beneath with it.</summary>
internal sealed class DeleteTrainingJob : IWireOperation
{
    public string Product => Transport.Product.PaiStudio;

    public string Name => nameof(DeleteTrainingJob);

    public object Handle(WireCall call)
    {
        var job = call.World.TrainingJobs.Need(call.Path("TrainingJobId"));
        if (call.World.Jobs.Find(job.Dlc.Id) is not null)
            job.Dlc.Delete();
        call.World.TrainingJobs.Remove(job);
        return new { };
    }
}
