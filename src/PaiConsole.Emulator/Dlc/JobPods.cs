using System.Globalization;
using System.Runtime.InteropServices;

namespace PaiConsole.Emulator.Dlc;

/// <summary>One life of a pod: a replaced pod keeps its id and gets a new uid.</summary>
/// <param name="Uid">Unique per attempt.</param>
/// <param name="Status">Pod status.</param>
/// <param name="Created">When it was scheduled.</param>
/// <param name="Started">When its container started; null before.</param>
/// <param name="Finished">When it ended; null while it lives.</param>
internal sealed record PodAttempt(string Uid, string Status, DateTimeOffset Created, DateTimeOffset? Started, DateTimeOffset? Finished);

/// <summary>One pod of a job.</summary>
/// <param name="Id">Stable id, <c>{job}-{role}-{index}</c>.</param>
/// <param name="Type">Role it plays: the first Worker of a PyTorchJob without Master plays Master.</param>
/// <param name="Role">The role it was asked for in.</param>
/// <param name="Rank">Node rank, 0 for the first.</param>
/// <param name="Attempts">Oldest first; the last is the current one.</param>
internal sealed record JobPod(string Id, string Type, JobRole Role, int Rank, IReadOnlyList<PodAttempt> Attempts)
{
    public PodAttempt Current => Attempts[^1];

    public string Ip => FormattableString.Invariant($"10.0.{1 + (Signal.Hash(Id, 1) % 200)}.{2 + Rank}");

    public string Node => FormattableString.Invariant($"cn-shanghai.10.0.{1 + (Signal.Hash(Id, 1) % 200)}.{2 + Rank}");
}

/// <summary>The pods of a job, worked out from its roles and history: nothing about them needs to be stored.</summary>
internal static class JobPods
{
    /// <summary>All pods; none before the job has left the queue for the first time.</summary>
    public static IReadOnlyList<JobPod> Of(Job job)
    {
        var prepared = job.History.Where(h => h.Status == "EnvPreparing").Select(h => h.Start).ToArray();
        if (prepared.Length == 0)
            return [];
        var runs = job.Runs().Select(r => r.From).ToArray();
        List<JobPod> pods = [];
        foreach (var (type, index, role) in Names(job.Request))
        {
            var id = $"{job.Id}-{type.ToLowerInvariant()}-{index.ToString(CultureInfo.InvariantCulture)}";
            pods.Add(new(id, type, role, pods.Count, Attempts(job, id, prepared, runs)));
        }

        return pods;
    }

    public static JobPod? Find(Job job, string podId) => Of(job).FirstOrDefault(p => p.Id == podId);

    private static IEnumerable<(string Type, int Index, JobRole Role)> Names(JobRequest request)
    {
        var promote = request.JobType == "PyTorchJob" && !request.Roles.Any(r => r.Type == "Master");
        foreach (var role in request.Roles)
        {
            var first = promote && role.Type == "Worker" ? 1 : 0;
            if (first == 1)
            {
                promote = false;
                yield return ("Master", 0, role);
            }

            for (var i = first; i < role.Pods; i++)
                yield return (role.Type, i - first, role);
        }
    }

    private static List<PodAttempt> Attempts(Job job, string id, DateTimeOffset[] prepared, DateTimeOffset[] runs)
    {
        List<PodAttempt> attempts = [];
        var created = prepared[0];
        foreach (var lost in job.Replaced ?? [])
        {
            if (lost.PodId != id)
                continue;
            attempts.Add(new(Uid(id, attempts.Count), "Failed", created, After(runs, created), lost.At));
            if (After(prepared, lost.At) is not { } again)
                return attempts;
            created = again;
        }

        attempts.Add(new(Uid(id, attempts.Count), PodStatus(job), created, After(runs, created), job.Finished));
        return attempts;
    }

    private static string PodStatus(Job job) => job.Status switch
    {
        "Succeeded" or "SucceededReserving" => "Succeeded",
        "Failed" or "FailedReserving" => "Failed",
        "Stopped" => "Stopped",
        "Running" or "Stopping" => "Running",
        _ => "Pending",
    };

    private static DateTimeOffset? After(DateTimeOffset[] times, DateTimeOffset at)
    {
        foreach (var time in times)
            if (time >= at)
                return time;
        return null;
    }

    private static string Uid(string podId, int attempt)
    {
        Span<ulong> halves = [Signal.Hash(podId, 2 * attempt), Signal.Hash(podId, 2 * attempt + 1)];
        return new Guid(MemoryMarshal.AsBytes(halves)).ToString("D");
    }
}
