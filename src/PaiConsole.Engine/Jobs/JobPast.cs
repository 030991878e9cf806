using PaiConsole.Domain.Jobs;

namespace PaiConsole.Engine.Jobs;

/// <summary>
/// The past of a job that ended before the console first saw it, from the times that ListJobs gives. How long it really
/// ran is exact (Duration); which states lay between is not told and is kept as short as the times allow.
/// </summary>
internal static class JobPast
{
    public static IReadOnlyList<JobTransition> Of(TrainingJob job)
    {
        if (job.FinishedAt is not { } finished)
            return [];
        var end = new JobTransition(job.StatusWord, finished, null, job.Reason);
        if (job.RunningAt is not { } running)
            return job.CreatedAt is { } only ? [new(nameof(JobStatus.Queuing), only, finished, null), end] : [end];
        var stopped = job.Ran is { } ran && running + ran < finished ? running + ran : finished;
        var past = new List<JobTransition>(4);
        if (job.CreatedAt is { } created)
            past.Add(new(nameof(JobStatus.Queuing), created, running, null));
        past.Add(new(nameof(JobStatus.Running), running, stopped, null));
        if (stopped < finished)
            past.Add(new(nameof(JobStatus.Stopping), stopped, finished, null));
        past.Add(end);
        return past;
    }
}
