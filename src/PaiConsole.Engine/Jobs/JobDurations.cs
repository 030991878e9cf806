using PaiConsole.Domain.Jobs;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Jobs;

/// <summary>How long a job waited and ran, from the states it went through.</summary>
/// <param name="QueuedFor">From its creation until it first ran, or until it ended without; null where that is unknown.</param>
/// <param name="RunFor">Time in the state Running; null before.</param>
internal sealed record JobDurations(TimeSpan? QueuedFor, TimeSpan? RunFor)
{
    public static JobDurations Of(JobEntity job, IEnumerable<StateInterval> states, DateTimeOffset now)
    {
        var running = states.Where(state => state.StatusWord == nameof(JobStatus.Running)).ToList();
        var until = running.Count > 0 ? running.Min(state => state.From) : job.FinishedAt ?? now;
        return new JobDurations(
            until >= job.CreatedAt ? until - job.CreatedAt : null,
            running.Count == 0 ? null : TimeSpan.FromTicks(running.Sum(state => Math.Max(0, ((state.To ?? now) - state.From).Ticks))));
    }
}
