using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Control;

/// <summary><c>POST jobs/{id}/fault {pod}</c>: the machine under a pod of a running job breaks, under the first one unless named.</summary>
internal sealed class BreakJob : IControlAction
{
    public string Method => "POST";

    public string Path => "jobs/{id}/fault";

    public object Handle(ControlCall call)
    {
        var id = call.PathValues["id"];
        var job = (call.World.TrainingJobs.Find(id)?.Dlc ?? call.World.Jobs.Find(id)) ?? throw new ControlException($"There is no job {id}.", 404);
        var asked = call.Json.Text("pod");
        try
        {
            var pod = job.Break(asked) ?? throw new ControlException($"Job {id} has no pod {asked}.", 404);
            return new { id, pod, job.Status };
        }
        catch (WireException error)
        {
            throw new ControlException(error.Message, 409);
        }
    }
}
