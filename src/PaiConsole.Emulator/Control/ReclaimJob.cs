using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Control;

/// <summary><c>POST jobs/{id}/reclaim</c>: the cloud takes back the node of one spot pod of a running job.</summary>
internal sealed class ReclaimJob : IControlAction
{
    public string Method => "POST";

    public string Path => "jobs/{id}/reclaim";

    public object Handle(ControlCall call)
    {
        var id = call.PathValues["id"];
        var job = call.World.Jobs.Find(id) ?? throw new ControlException($"There is no job {id}.", 404);
        try
        {
            var pod = job.Reclaim() ?? throw new ControlException($"Job {id} has no spot pod.");
            return new { id, pod, job.Status };
        }
        catch (WireException error)
        {
            throw new ControlException(error.Message, 409);
        }
    }
}
