using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks.Idleness;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Alerts;

/// <summary>Jobs that a rule could concern: what has not ended, what failed lately, and what was stopped lately because its machines were taken.</summary>
internal sealed class JobAlerts(JobPapers papers, JobUseBook uses, IOptions<PaiOptions> pai) : IAlertKind
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(7);
    // Only to keep the search for what was stopped short: nothing that a job was submitted for waits and runs for longer.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);
    // Its policy lets a job go on within one look; after this it is not going to.
    private static readonly TimeSpan PolicyTakes = TimeSpan.FromMinutes(15);
    private static readonly ILookup<string, IAlertRule<JobWatch>> Rules = AlertRules.Jobs.ToLookup(rule => rule.Topic);

    public ResourceKind Kind => ResourceKind.Job;

    public IReadOnlyList<string> Topics { get; } = [.. Rules.Select(topic => topic.Key)];

    public async Task<IReadOnlyList<AlertSubject>> ConcernedAsync(
        PaiConsoleDb db, string[] withAlert, AlertSettings settings, DateTimeOffset now, CancellationToken ct)
    {
        var (after, created) = (now - Back, now - Longest);
        var all = db.Jobs.AsNoTracking();
        // One question each, so that each is answered by an index of its own.
        var jobs = new Dictionary<string, JobSight>(StringComparer.Ordinal);
        foreach (var some in new[]
        {
            all.Where(row => !row.IsDeleted && !row.IsTerminal),
            all.Where(row => !row.IsDeleted && row.Phase == Phase.Failed && row.StatusSince > after),
            all.Where(row => !row.IsDeleted && row.Phase == Phase.Stopped && row.CreatedAt > created && row.IsSpot && row.StatusSince > after),
            all.Where(row => withAlert.Contains(row.Id)),
        })
        {
            foreach (var job in await JobSight.Of(some).ToListAsync(ct))
                jobs[job.Id] = job;
        }
        var read = await papers.OfAsync(db, jobs.Values, ct);
        var past = await PastAsync(db, jobs.Values, read, after, ct);
        return [.. jobs.Values.Where(job => read.ContainsKey(job.Id)).Select(job => Subject(job, read[job.Id], past, now))];
    }

    private JobSubject Subject(JobSight job, JobPaper paper, Past past, DateTimeOffset now)
    {
        var status = JobStates.Parse(job.StatusWord);
        var use = uses.Find(job.Id, job.BillingSince);
        var spans = past.Spans[job.Id].OrderBy(span => span.Seq).ToList();
        var watch = new JobWatch
        {
            Status = status,
            StatusSince = job.StatusSince,
            WaitsSince = status.IsWaiting() ? WaitsSince(spans) ?? job.StatusSince : null,
            IsGone = job.IsDeleted,
            HasGpu = paper.HasGpu,
            IsReclaimed = paper.IsReclaimed,
            Resumption = Resumption(job, past, now),
            IsNoted = past.Noted.Contains(job.Id),
            BilledSince = job.BillingSince,
            PerHour = job.RateNanos is { } rate ? new Money(rate, job.Currency) : null,
            Settled = new Money(job.CostSettledNanos, job.Currency),
            Limits = paper.Limits,
            RanBefore = spans.Where(span => span is { To: not null } && JobStates.Parse(span.StatusWord) == JobStatus.Running)
                .Aggregate(TimeSpan.Zero, (sum, span) => sum + (span.To!.Value - span.From)),
            Use = use?.State ?? IdleState.Fresh,
            IsUseKnown = use?.State.IsKnown(now) == true,
        };
        return new JobSubject(watch, paper, uses, Rules)
        {
            Id = job.Id, Name = job.Name, OwnerName = job.OwnerName, RateNanos = job.RateNanos, Currency = job.Currency, BilledSince = job.BillingSince,
            SettledNanos = job.CostIsLowerBound && job.CostSettledNanos == 0 ? null : job.CostSettledNanos,
        };
    }

    private JobResumption Resumption(JobSight job, Past past, DateTimeOffset now) =>
        past.Resumed.Contains(job.Id) ? JobResumption.Done
        : past.Asked.TryGetValue(job.Id, out var isSettled) ? isSettled ? JobResumption.None : JobResumption.UnderWay
        : job.AwaitsResume && pai.Value.CommandsAllowed && now - (job.FinishedAt ?? job.StatusSince) < PolicyTakes ? JobResumption.UnderWay
        : JobResumption.None;

    private static DateTimeOffset? WaitsSince(List<StateInterval> spans)
    {
        DateTimeOffset? since = null;
        for (var i = spans.Count - 1; i >= 0 && JobStates.Parse(spans[i].StatusWord).IsWaiting(); i--)
            since = spans[i].From;
        return since;
    }

    private static async Task<Past> PastAsync(
        PaiConsoleDb db, IReadOnlyCollection<JobSight> jobs, IReadOnlyDictionary<string, JobPaper> papers, DateTimeOffset after, CancellationToken ct)
    {
        var told = jobs.Where(job => JobStates.Parse(job.StatusWord).IsWaiting() || (!job.IsDeleted && papers.GetValueOrDefault(job.Id)?.Limits.Planned is not null
            && !JobStates.Parse(job.StatusWord).IsTerminal())).Select(job => job.Id).ToArray();
        var spans = told.Length == 0 ? [] : await db.Intervals.AsNoTracking().Where(span => span.Kind == ResourceKind.Job && told.Contains(span.ResourceId)).ToListAsync(ct);
        var resumed = await db.Jobs.AsNoTracking().Where(row => row.ResumesId != null && row.CreatedAt > after).Select(row => row.ResumesId!).ToListAsync(ct);
        var noted = await db.Alerts.AsNoTracking()
            .Where(alert => alert.Kind == ResourceKind.Job && alert.Topic == AlertTopics.End && alert.AcknowledgedAt != null && alert.OpenedAt > after)
            .Select(alert => alert.ResourceId).ToListAsync(ct);
        var asked = await db.Operations.AsNoTracking()
            .Where(operation => operation.TargetKind == ResourceKind.Job && operation.Kind == OperationKind.JobResume && operation.RequestedAt > after)
            .OrderBy(operation => operation.Id).Select(operation => new { operation.IdempotencyKey, operation.IsSettled }).ToListAsync(ct);
        var last = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var operation in asked)
        {
            if (Engine.Resumption.ResumeKey.JobOf(operation.IdempotencyKey) is { } id)
                last[id] = operation.IsSettled;
        }
        return new Past(spans.ToLookup(span => span.ResourceId, StringComparer.Ordinal), resumed.ToHashSet(StringComparer.Ordinal), noted.ToHashSet(StringComparer.Ordinal), last);
    }

    /// <summary>What is kept elsewhere of several jobs.</summary>
    /// <param name="Spans">The states of those that wait or have a plan.</param>
    /// <param name="Resumed">Those that another job goes on from.</param>
    /// <param name="Noted">Those whose end somebody has taken note of.</param>
    /// <param name="Asked">Those that were asked to go on, and whether the last time is settled.</param>
    private sealed record Past(ILookup<string, StateInterval> Spans, HashSet<string> Resumed, HashSet<string> Noted, Dictionary<string, bool> Asked);
}
