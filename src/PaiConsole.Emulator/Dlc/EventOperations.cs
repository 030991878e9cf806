using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dlc;

/// <summary>GET /api/v1/jobs/{JobId}/events.</summary>
internal sealed class GetJobEvents : IWireOperation
{
    public string Product => Transport.Product.Dlc;

    public string Name => nameof(GetJobEvents);

    public object Handle(WireCall call)
    {
        var job = call.World.Jobs.Need(call.Path("JobId"));
        return new { JobId = job.Id, Events = EventWindow.Of(call, JobEvents.OfJob(job)) };
    }
}

/// <summary>GET /api/v1/jobs/{JobId}/pods/{PodId}/events; PodUid picks an earlier attempt.</summary>
internal sealed class GetPodEvents : IWireOperation
{
    public string Product => Transport.Product.Dlc;

    public string Name => nameof(GetPodEvents);

    public object Handle(WireCall call)
    {
        var job = call.World.Jobs.Need(call.Path("JobId"));
        var (pod, attempt) = PodChoice.Of(call, job);
        return new { JobId = job.Id, PodId = pod.Id, PodUid = attempt.Uid, Events = EventWindow.Of(call, JobEvents.OfPod(job, pod, attempt)) };
    }
}

/// <summary>StartTime, EndTime and MaxEventsNum applied to events.</summary>
internal static class EventWindow
{
    public static string[] Of(WireCall call, IEnumerable<Happening> all)
    {
        var from = call.Instant("StartTime");
        var to = call.Instant("EndTime") ?? call.Now;
        return [.. all.Where(h => (from is null || h.At >= from) && h.At <= to).OrderBy(h => h.At).Take(call.Int("MaxEventsNum", 2000)).Select(h => h.ToString())];
    }
}

/// <summary>The pod and attempt a call names.</summary>
internal static class PodChoice
{
    public static (JobPod Pod, PodAttempt Attempt) Of(WireCall call, Job job)
    {
        var pod = JobPods.Find(job, call.Path("PodId")) ?? throw WireError.NotFound(Product.Dlc, "pod", call.Path("PodId"));
        if (call.Text("PodUid") is not { } uid)
            return (pod, pod.Current);
        return (pod, pod.Attempts.FirstOrDefault(a => a.Uid == uid) ?? throw WireError.NotFound(Product.Dlc, "pod uid", uid));
    }
}
