namespace PaiConsole.Domain.Jobs.Resumption;

/// <summary>How a run over one or more jobs went: every reclaim, and what it cost.</summary>
/// <param name="Interruptions">Oldest first.</param>
/// <param name="Ran">Time in the state Running, over all its jobs.</param>
/// <param name="Lost">Running time that had to be done again; null where that of one reclaim is unknown.</param>
/// <param name="ExtraCost">What the reclaims have cost; null where that of one is unknown, or where there was none.</param>
public sealed record RunStory(IReadOnlyList<Interruption> Interruptions, TimeSpan Ran, TimeSpan? Lost, Money? ExtraCost)
{
    private const string Running = nameof(JobStatus.Running);

    /// <summary>Tells the story of a run.</summary>
    /// <param name="attempts">Its jobs, oldest first.</param>
    /// <param name="saved">Complete checkpoints, in any order; null where nobody could look.</param>
    /// <param name="now">World time, up to which open states have lasted.</param>
    public static RunStory Of(IReadOnlyList<RunAttempt> attempts, IReadOnlyList<SavedStep>? saved, DateTimeOffset now)
    {
        List<(RunAttempt Attempt, RunSpan Span)> all = [.. attempts.SelectMany(attempt => attempt.Spans.Select(span => (attempt, span)))];
        var starts = Enumerable.Range(0, all.Count).Where(at => IsStart(all, at)).ToList();
        List<Interruption> found = [];
        foreach (var (number, at) in starts.Index())
        {
            var before = found.Count == 0 ? DateTimeOffset.MinValue : found[^1].ReclaimedAt;
            found.Add(Read(all[..at], all[at..(number + 1 < starts.Count ? starts[number + 1] : all.Count)], before, saved, now));
        }
        return new RunStory(
            found, Sum(all.Where(IsRunning).Select(one => Length(one.Span, DateTimeOffset.MinValue, now))),
            found.All(one => one.Lost is not null) ? Sum(found.Select(one => one.Lost!.Value)) : null,
            found.All(one => one.ExtraCost is not null) ? Money.Sum(found.Select(one => one.ExtraCost!.Value)) : null);
    }

    /// <summary>A job that is stopped for it passes through several states with the same reason: the first of them is the moment.</summary>
    private static bool IsStart(List<(RunAttempt Attempt, RunSpan Span)> all, int at) =>
        Reclaims.IsReclaim(all[at].Span.Reason)
        && (at == 0 || all[at - 1].Attempt != all[at].Attempt || !Reclaims.IsReclaim(all[at - 1].Span.Reason));

    /// <param name="past">What came before the reclaim.</param>
    /// <param name="rest">The reclaim, and what came after it up to the next one.</param>
    /// <param name="before">The reclaim before it.</param>
    /// <param name="saved">Complete checkpoints.</param>
    /// <param name="now">World time.</param>
    private static Interruption Read(
        List<(RunAttempt Attempt, RunSpan Span)> past, List<(RunAttempt Attempt, RunSpan Span)> rest,
        DateTimeOffset before, IReadOnlyList<SavedStep>? saved, DateTimeOffset now)
    {
        var (attempt, span) = rest[0];
        var reclaimed = span.From;
        var queued = rest.Find(one => one.Span.StatusWord is "Creating" or "Queuing" or "Bidding" or "EnvPreparing");
        var running = rest.Find(IsRunning);
        var (step, savedAt) = CheckpointOf(attempt, queued.Attempt, saved, reclaimed);
        // What was lost to the reclaim before has been counted there.
        var from = step is null ? (DateTimeOffset?)null : savedAt > before ? savedAt : before;
        return new Interruption(attempt.JobId, reclaimed)
        {
            WarnedAt = attempt.Notices.Where(notice => notice > before && notice <= reclaimed).Cast<DateTimeOffset?>().Max(),
            RequeuedAt = queued.Span?.From,
            ResumedAt = running.Span?.From,
            NextJobId = queued.Attempt?.JobId,
            FromStep = step,
            SavedAt = savedAt,
            Lost = from is { } since ? Sum(past.Where(IsRunning).Select(one => Length(one.Span, since, reclaimed))) : null,
            ExtraCost = from is { } start
                ? Cost([.. past.Where(IsRunning).Select(one => (one.Span, Length(one.Span, start, reclaimed))),
                    .. rest.Where(one => one.Span.IsBilled).Select(one => (one.Span, Length(one.Span, reclaimed, running.Span?.From ?? now)))])
                : null,
        };
    }

    /// <summary>The checkpoint it went on from: as marked on the job that followed, otherwise the furthest that was whole by then.</summary>
    private static (long? Step, DateTimeOffset? SavedAt) CheckpointOf(RunAttempt attempt, RunAttempt? follower, IReadOnlyList<SavedStep>? saved, DateTimeOffset reclaimed)
    {
        if (follower is not null && follower.Mark.ResumesId == attempt.JobId && follower.Mark.FromStep is { } marked)
            return (marked, follower.Mark.SavedAt);
        if (saved is null)
            return (null, null);
        var newest = saved.Where(one => one.At <= reclaimed).MaxBy(one => one.Step);
        return newest is null ? (0, null) : (newest.Step, newest.At);
    }

    private static Money? Cost(IReadOnlyList<(RunSpan Span, TimeSpan Length)> parts) =>
        parts.Any(part => part.Length > TimeSpan.Zero && part.Span.PerHour is null)
            ? null
            : Money.Sum(parts.Select(part => part.Span.PerHour?.ForDuration(part.Length)).OfType<Money>());

    private static bool IsRunning((RunAttempt Attempt, RunSpan Span) one) => one.Span.StatusWord == Running;

    private static TimeSpan Length(RunSpan span, DateTimeOffset from, DateTimeOffset to)
    {
        var begin = span.From > from ? span.From : from;
        var end = span.To is { } closed && closed < to ? closed : to;
        return end > begin ? end - begin : TimeSpan.Zero;
    }

    private static TimeSpan Sum(IEnumerable<TimeSpan> parts) => parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part);
}
