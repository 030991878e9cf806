using PaiConsole.Domain.Jobs;

namespace PaiConsole.Engine.Jobs;

/// <summary>What a list row does not carry and costs a look at the job's history. It stays equal while nothing but time goes on.</summary>
/// <param name="QueuedBefore">Waiting for machines before the first run, without the wait that lasts.</param>
/// <param name="QueuedSince">Start of the wait that lasts, or null.</param>
/// <param name="RanBefore">All runs together, without the one that lasts.</param>
/// <param name="RunsSince">Start of the run that lasts, or null.</param>
/// <param name="Gpus">GPUs held while it runs; null where an instance type is not known or a quota is used.</param>
public sealed record JobMore(TimeSpan QueuedBefore, DateTimeOffset? QueuedSince, TimeSpan RanBefore, DateTimeOffset? RunsSince, long? Gpus)
{
    /// <summary>Waiting for machines before the first run.</summary>
    public TimeSpan Queued(DateTimeOffset now) => QueuedBefore + Open(QueuedSince, now);

    /// <summary>Running, all runs together.</summary>
    public TimeSpan Ran(DateTimeOffset now) => RanBefore + Open(RunsSince, now);

    internal static JobMore Of(IReadOnlyList<JobStretch> history, long? gpus)
    {
        var last = history.Count == 0 ? default : history[^1];
        var (settled, later) = (JobTimes.Of(history, last.From), JobTimes.Of(history, last.From.AddHours(1)));
        return new JobMore(
            settled.CloudWait, later.CloudWait > settled.CloudWait ? last.From : null,
            settled[JobTimeOwner.Run], later[JobTimeOwner.Run] > settled[JobTimeOwner.Run] ? last.From : null, gpus);
    }

    private static TimeSpan Open(DateTimeOffset? since, DateTimeOffset now) => since < now ? now - since.Value : TimeSpan.Zero;
}
