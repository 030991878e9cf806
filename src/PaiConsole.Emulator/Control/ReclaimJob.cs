using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Dlc.Spot;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Control;

/// <summary>
/// <c>POST jobs/{id}/reclaim {warnSeconds, atRunSeconds, pod, withoutRestart}</c>: the cloud takes back the node of one spot pod. At once without a body;
/// after a notice of <c>warnSeconds</c>; or, with <c>atRunSeconds</c>, a list, whenever the job has been running for so long in all (notice 300 s before
/// unless told). <c>pod</c> names the pod, the first on spot otherwise; <c>withoutRestart</c> is the end of a job that is not restarted, <c>Failed</c> or
/// <c>Stopped</c>. An empty list takes back what was planned.
/// </summary>
internal sealed class ReclaimJob : IControlAction
{
    /// <summary>ECS's notice; no page promises it for a DLC job.</summary>
    private const double UsualWarning = 300;
    private const double Longest = 365 * 86400;

    public string Method => "POST";

    public string Path => "jobs/{id}/reclaim";

    public object Handle(ControlCall call)
    {
        var id = call.PathValues["id"];
        var job = (call.World.TrainingJobs.Find(id)?.Dlc ?? call.World.Jobs.Find(id)) ?? throw new ControlException($"There is no job {id}.", 404);
        var wanted = call.Body<Wanted>();
        if (wanted.WarnSeconds is < 0 or > Longest || wanted.AtRunSeconds?.Any(s => s is not (> 0 and <= Longest)) == true)
            throw new ControlException("warnSeconds must not be negative, atRunSeconds must be above 0, neither more than a year.");
        if (wanted.WithoutRestart is not (null or "Failed" or "Stopped"))
            throw new ControlException("withoutRestart is Failed or Stopped.");
        if (!job.Request.IsSpot || job.IsFinal)
            throw new ControlException(job.IsFinal ? $"Job {id} is {job.Status}." : $"Job {id} has no spot pod.", job.IsFinal ? 409 : 400);
        return wanted switch
        {
            { AtRunSeconds: { } times } => Plan(job, times, wanted),
            { WarnSeconds: { } warn and > 0 } => Plan(job, [job.Ran.TotalSeconds + warn], wanted, running: true),
            _ => Now(job, wanted),
        };
    }

    private static object Plan(Job job, double[] times, Wanted wanted, bool running = false)
    {
        if (running)
            Allow(job);
        if (times.Length == 0)
            job.Reclaims.Clear();
        var pod = Pod(job, wanted.Pod);
        job.Reclaims.Plan(times.Select(t => new PlannedReclaim(t, wanted.WarnSeconds ?? UsualWarning, pod, wanted.WithoutRestart ?? "Failed")));
        return new { job.Id, pod = pod ?? job.Reclaims.SpotPod(null), job.Status, planned = job.Reclaims.Planned.Select(p => new { p.AtRunSeconds, p.WarnSeconds }).ToArray() };
    }

    private static object Now(Job job, Wanted wanted)
    {
        Allow(job);
        var pod = job.Reclaim(Pod(job, wanted.Pod), wanted.WithoutRestart ?? "Failed") ?? throw new ControlException($"Job {job.Id} has no spot pod.");
        return new { job.Id, pod, job.Status };
    }

    private static string? Pod(Job job, string? asked) =>
        asked is null || JobPods.Of(job).Count == 0 ? asked : job.Reclaims.SpotPod(asked) ?? throw new ControlException($"Job {job.Id} has no spot pod {asked}.", 404);

    private static void Allow(Job job)
    {
        try
        {
            job.AllowReclaim();
        }
        catch (WireException error)
        {
            throw new ControlException(error.Message, 409);
        }
    }

    private sealed record Wanted(double? WarnSeconds, double[]? AtRunSeconds, string? Pod, string? WithoutRestart);
}
