using System.Text.Json;
using PaiConsole.Emulator.Dlc.Spot;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>A job as GetJob gives it; <paramref name="detail"/> adds pods and histories.</summary>
internal sealed class JobDetailAnswer(Job job, bool detail) : JobAnswer(job)
{
    public string? Description { get; } = job.Description;
    public JsonElement? CustomEnvs { get; } = job.Request.Body.Field("CustomEnvs");
    public string RestartTimes { get; } = FormattableString.Invariant($"{job.Restarts}/{job.RestartLimit}");
    public object[]? DataSources { get; } = job.Request.Body.Field("DataSources") is { } sources
        ? [.. sources.EnumerateArray().Select(s => (object)new { DataSourceId = s.Text("DataSourceId"), MountPath = s.Text("MountPath"), Uri = s.Text("Uri") })]
        : null;

    public object[] JobReplicaStatuses { get; } =
        [.. job.Request.Roles.Select(r => (object)new
        {
            r.Type,
            Active = job.Status == "Running" ? r.Pods : 0,
            Queuing = job.Status == "Queuing" ? r.Pods : 0,
            CurrentSpotInstanceType = r.Spot is null ? null : r.Sku,
        })];

    public object[]? StatusHistory { get; } = detail ? [.. Entries(job)] : null;

    public object[]? Pods { get; } = detail ? [.. JobPods.Of(job).Select(p => Pod(job, p))] : null;

    public object[]? RestartRecord { get; } = detail && job.Replaced?.Where(r => r.Restarted).ToArray() is { Length: > 0 } replaced
        ? [.. replaced.Select((r, index) => Restart(job, r, index + 1))]
        : null;

    private static object Restart(Job job, Replacement lost, int number)
    {
        var again = job.Runs().Select(r => (DateTimeOffset?)r.From).FirstOrDefault(from => from > lost.At);
        return new
        {
            OccurTime = WireJson.Iso(lost.At),
            OccurPhase = "Running",
            lost.Reason,
            RestartStatus = again is not null ? "Succeeded" : job.IsFinal ? "Failed" : "Restarting",
            RestartLevelType = "Job",
            RestartDurationInSec = again is { } at ? (long)(at - lost.At).TotalSeconds : (long?)null,
            JobRestartCount = number,
            DetailErrorInfoList = new[] { new { ErrorCode = lost.Reason, ErrorMsg = lost.Message + ".", ErrorSource = "Platform", Pod = lost.PodId, TriggerRestart = true } },
        };
    }

    private static IEnumerable<object> Entries(Job job)
    {
        for (var i = 0; i < job.History.Count; i++)
        {
            var entry = job.History[i];
            yield return new
            {
                entry.Status,
                StartTime = WireJson.Iso(entry.Start),
                EndTime = i + 1 < job.History.Count ? WireJson.Iso(job.History[i + 1].Start) : null,
                entry.ReasonCode,
                entry.ReasonMessage,
            };
        }
    }

    private static object Pod(Job job, JobPod pod)
    {
        var history = pod.Attempts.SkipLast(1).Select(a => Attempt(job, pod, a, null)).ToArray();
        return Attempt(job, pod, pod.Current, history);
    }

    /// <summary>Documentation has only <c>Normal</c>; the words for what the spot market takes are unverified.</summary>
    private static string SubStatusOf(Job job, JobPod pod, PodAttempt attempt) =>
        attempt == pod.Current && job.Reclaims.Warned?.PodId == pod.Id ? SpotReclaims.Reclaiming
        : job.Replaced?.FirstOrDefault(r => r.PodId == pod.Id && r.At == attempt.Finished)?.Reason ?? "Normal";

    private static object Attempt(Job job, JobPod pod, PodAttempt attempt, object[]? history) => new
    {
        PodId = pod.Id,
        PodUid = attempt.Uid,
        pod.Type,
        attempt.Status,
        SubStatus = SubStatusOf(job, pod, attempt),
        pod.Ip,
        NodeName = pod.Node,
        ResourceType = "Normal",
        GmtCreateTime = WireJson.Iso(attempt.Created),
        GmtStartTime = WireJson.Iso(attempt.Started),
        GmtFinishTime = WireJson.Iso(attempt.Finished),
        Duration = attempt.Started is { } started ? ((attempt.Finished ?? job.World.Now) - started).TotalSeconds : (double?)null,
        HistoryPods = history,
    };
}
