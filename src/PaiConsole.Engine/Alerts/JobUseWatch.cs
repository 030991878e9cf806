using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks.Idleness;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Alerts;

/// <summary>
/// Judges from their figures whether the GPUs of jobs are used (DLC GetJobMetrics): one call in five minutes of cloud time, and only for
/// jobs that have run for longer than they may idle. The CPU does not matter: loading data busies it while a dear GPU waits.
/// </summary>
internal sealed class JobUseWatch(
    IDlcApi dlc, JobUseBook book, IDbContextFactory<PaiConsoleDb> databases, ICloudClock clock, SyncHealth health, IOptions<AlertOptions> options) : ISync
{
    public const string SyncKey = "JobUse";
    private static readonly TimeSpan AskEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FarthestBack = TimeSpan.FromDays(2);
    // How its waste ended is still asked for when it has stopped.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);
    private static readonly IdleThresholds GpuAlone = new(double.PositiveInfinity, IdleThresholds.Usual.Gpu);

    public string Key => SyncKey;

    public bool IsRestless => false;

    public async Task<SyncResult> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        var startedBefore = now - TimeSpan.FromMinutes(options.Value.JobIdleMinutes);
        var running = await db.Jobs.AsNoTracking()
            .Where(row => !row.IsDeleted && !row.IsTerminal && row.BillingSince <= startedBefore && row.StatusWord == nameof(JobStatus.Running))
            .Select(row => new { row.Id, Since = row.BillingSince!.Value }).ToListAsync(ct);
        var told = await db.Alerts.AsNoTracking()
            .Where(alert => alert.ResolvedAt == null && alert.Kind == ResourceKind.Job && alert.Topic == AlertTopics.LeftOn && alert.ClearSince == null && alert.CountsFrom != null)
            .ToDictionaryAsync(alert => alert.ResourceId, alert => alert.CountsFrom!.Value, ct);

        PaiApiException? failure = null;
        var (looked, more) = (0, false);
        foreach (var job in running)
        {
            if (failure is { IsCredentialFault: true } or { IsThrottling: true })
                break;
            var use = book.Find(job.Id, job.Since) ?? Begin(job.Id, job.Since, told, now);
            if (use.AskedAt is { } asked && now - asked < AskEvery)
                continue;
            try
            {
                var next = await LookAsync(use, now, ct);
                book.Put(next);
                looked++;
                more |= next.AskedAt is null;
            }
            catch (PaiApiException fault)
            {
                // One that cannot be asked keeps what was judged of it, and its figures grow old.
                failure = fault;
            }
        }
        book.Keep(await KeptAsync(db, [.. running.Select(job => job.Id)], now, ct));
        if (failure is null)
            health.Good(Key, now);
        else
            health.Bad(Key, $"{failure.Code}: {failure.CloudMessage}");
        return new SyncResult(failure is null, looked, Again: more && failure is null, RetryAfter: failure?.RetryAfter, Refused: SyncResult.IsRefusal(failure));
    }

    // After a restart an alert tells since when it idles: from there on it is read again, so that its money is counted once.
    private static JobUse Begin(string id, DateTimeOffset since, Dictionary<string, DateTimeOffset> told, DateTimeOffset now) => new(
        id, since,
        told.TryGetValue(id, out var from) && from >= since ? new IdleState(from, from)
        : now - since > FarthestBack ? new IdleState(null, now - FarthestBack) : new IdleState(null, since));

    private async Task<JobUse> LookAsync(JobUse use, DateTimeOffset now, CancellationToken ct)
    {
        var from = use.State.JudgedTo ?? use.RunningSince;
        var isAll = now - from <= FarthestBack;
        var to = isAll ? now : from + FarthestBack;
        // Over a longer time the cloud is asked for coarser figures, but never for coarser ones than can be judged.
        var step = to - from <= TimeSpan.FromHours(3) ? "1m" : "5m";
        var answer = await dlc.GetJobMetricsAsync(
            use.Id, new GetJobMetricsQuery { MetricType = MetricTypes.Gpu, StartTime = from, EndTime = to, TimeStep = step }, ct);
        var (ended, state) = IdleJudge.Continue(use.State, Samples(answer.PodMetrics ?? []), hasGpu: true, GpuAlone, IdleState.Patience);
        // A stretch without any figure is a gap: reading goes on behind it.
        if (!isAll && state.JudgedTo == use.State.JudgedTo)
            state = new IdleState(null, to);
        return use with { State = state, AskedAt = isAll ? now : null, LastRun = ended.Count > 0 ? ended[^1] : use.LastRun };
    }

    /// <summary>The busiest pod counts. Where one gave no figure, it may have been the busy one: such an instant tells nothing.</summary>
    private static IEnumerable<UseSample> Samples(IReadOnlyList<PodMetric> pods) => pods
        .SelectMany(pod => pod.Metrics ?? []).Where(point => point is { Time: not null, Value: not null }).GroupBy(point => point.Time!.Value)
        .Select(points => (At: points.Key, Busiest: points.Max(point => point.Value!.Value), IsWhole: points.Count() >= pods.Count))
        .Where(sample => sample.IsWhole || sample.Busiest >= GpuAlone.Gpu)
        .Select(sample => new UseSample(DateTimeOffset.FromUnixTimeSeconds(sample.At), 0, sample.Busiest));

    private static async Task<HashSet<string>> KeptAsync(PaiConsoleDb db, IEnumerable<string> running, DateTimeOffset now, CancellationToken ct)
    {
        var after = now - Remembered;
        var kept = running.ToHashSet(StringComparer.Ordinal);
        kept.UnionWith(await db.Alerts.AsNoTracking()
            .Where(alert => alert.Kind == ResourceKind.Job && alert.Topic == AlertTopics.LeftOn && (alert.ResolvedAt == null || alert.ResolvedAt > after))
            .Select(alert => alert.ResourceId).ToListAsync(ct));
        return kept;
    }
}
