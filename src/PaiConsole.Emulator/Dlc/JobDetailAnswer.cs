using System.Text.Json;
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

    public object[]? RestartRecord { get; } = detail && job.Replaced is { } replaced
        ? [.. replaced.Select((r, index) => (object)new
        {
            OccurTime = WireJson.Iso(r.At),
            OccurPhase = "Running",
            r.Reason,
            RestartStatus = index < job.Runs().Count() - 1 ? "Succeeded" : job.IsFinal ? "Failed" : "Restarting",
            RestartLevelType = "Job",
            JobRestartCount = index + 1,
            DetailErrorInfoList = new[] { new { ErrorCode = r.Reason, ErrorMsg = $"Spot capacity of pod {r.PodId} was reclaimed.", ErrorSource = "Platform", Pod = r.PodId, TriggerRestart = true } },
        })]
        : null;

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

    private static object Attempt(Job job, JobPod pod, PodAttempt attempt, object[]? history) => new
    {
        PodId = pod.Id,
        PodUid = attempt.Uid,
        pod.Type,
        attempt.Status,
        SubStatus = "Normal",
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
