using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dlc;

/// <summary>Events of jobs and pods, worked out from their history.</summary>
internal static class JobEvents
{
    public static IEnumerable<Happening> OfJob(Job job)
    {
        foreach (var entry in job.History)
        {
            var (reason, message) = entry.Status switch
            {
                "Creating" => ("JobCreated", $"Job {job.Id} is created."),
                "Queuing" => ("JobQueuing", "Job is waiting for resources."),
                "EnvPreparing" => ("ResourceAllocated", FormattableString.Invariant($"Resources of {job.Request.Nodes} node(s) are allocated, preparing the environment.")),
                "Running" => ("JobRunning", $"Job {job.Id} is running."),
                "Restarting" => ("JobRestarting", entry.ReasonMessage),
                "Succeeded" => ("JobSucceeded", $"Job {job.Id} is successfully completed."),
                "Failed" => ("JobFailed", entry.ReasonMessage),
                "Stopping" => ("JobStopping", entry.ReasonMessage.Length > 0 ? entry.ReasonMessage : "Job is being stopped."),
                "Stopped" => ("JobStopped", entry.ReasonMessage),
                _ => ("Job" + entry.Status, $"Job is {entry.Status}."),
            };
            yield return new(entry.Start, entry.Status is "Failed" or "Restarting" ? "Warning" : "Normal", reason, message);
        }

        foreach (var warning in job.Reclaims.Warnings)
            yield return new(warning.At, "Warning", "SpotReclaimWarning", $"The spot instance under pod {warning.PodId} will be reclaimed at {WireJson.Iso(warning.Due)}.");
        foreach (var lost in job.Replaced ?? [])
            yield return new(lost.At, "Warning", lost.Reason, lost.Message + ".");
        if (JobEnding.IsHeld(job))
            yield return JobEnding.IsOutbid(job)
                ? new(job.Since, "Warning", "SpotLimitBelowMarket", "The spot limit lies below the market price; waiting.")
                : new(job.Since, "Warning", "QuotaInsufficient", FormattableString.Invariant($"Resource quota {job.Request.ResourceId ?? "of the account"} has not enough free resources: {job.Request.Gpus} GPU requested; waiting."));
    }

    public static IEnumerable<Happening> OfPod(Job job, JobPod pod, PodAttempt attempt)
    {
        var image = pod.Role.Image;
        yield return new(attempt.Created, "Normal", "Scheduled", $"Successfully assigned {pod.Id} to {pod.Node}.");
        yield return new(attempt.Created.AddSeconds(2), "Normal", "Pulling", $"Pulling image \"{image}\".");
        if (attempt.Started is { } started)
        {
            yield return new(started.AddSeconds(-3), "Normal", "Pulled", $"Successfully pulled image \"{image}\".");
            yield return new(started.AddSeconds(-1), "Normal", "Created", "Created container pytorch.");
            yield return new(started, "Normal", "Started", "Started container pytorch.");
        }
        else if (job.Outcome.Failure == JobFailure.ImagePull && job.IsFinal)
        {
            yield return new(attempt.Created.AddSeconds(6), "Warning", "Failed", $"Failed to pull image \"{image}\": manifest unknown.");
            yield return new(attempt.Created.AddSeconds(9), "Warning", "BackOff", $"Back-off pulling image \"{image}\".");
        }

        foreach (var warning in job.Reclaims.Warnings.Where(w => w.PodId == pod.Id && w.At >= attempt.Created && !(w.At >= attempt.Finished)))
            yield return new(warning.At, "Warning", "SpotReclaimWarning", $"The spot instance under this pod will be reclaimed at {WireJson.Iso(warning.Due)}.");
        if (attempt.Finished is not { } finished)
            yield break;
        if (job.Replaced?.FirstOrDefault(r => r.PodId == pod.Id && r.At == finished) is { } lost)
            yield return new(finished, "Warning", lost.Reason == Replacement.SpotReclaimed ? "Preempted" : lost.Reason, lost.Message + ".");
        else if (job.Status == "Failed" && job.Outcome.Failure == JobFailure.OutOfMemory)
            yield return new(finished, "Warning", "OOMKilled", "Container pytorch was killed: out of memory.");
        else
            yield return new(finished, job.Status == "Failed" ? "Warning" : "Normal", job.Status == "Succeeded" ? "Completed" : job.Status, $"Pod is {attempt.Status}.");
    }
}
