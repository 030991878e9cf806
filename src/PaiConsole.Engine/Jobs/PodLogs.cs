using System.Runtime.CompilerServices;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Logs;

namespace PaiConsole.Engine.Jobs;

/// <summary>Whose log it is.</summary>
/// <param name="JobId">JobId.</param>
/// <param name="PodId">PodId.</param>
/// <param name="Uid">An earlier attempt of the pod; null for the newest.</param>
public sealed record PodLogName(string JobId, string PodId, string? Uid);

/// <summary>The logs of pods (DLC GetPodLogs): one that somebody looks at is read once for all who do, and let go of with the last.</summary>
public sealed class PodLogs
{
    /// <summary>The API goes back so far on its own (documented as the default of StartTime).</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly Dictionary<PodLogName, Open> _open = [];
    private readonly Lock _lock = new();
    private readonly JobQueries _queries;
    private readonly IDlcApi _dlc;
    private readonly ICloudClock _clock;
    private readonly TimeProvider _time;

    internal PodLogs(JobQueries queries, IDlcApi dlc, ICloudClock clock, TimeProvider time) => (_queries, _dlc, _clock, _time) = (queries, dlc, clock, time);

    /// <summary>How many logs are kept in memory now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _open.Count;
        }
    }

    /// <summary>Looks at a log until the lease is disposed.</summary>
    public LogLease Look(PodLogName name)
    {
        lock (_lock)
        {
            if (!_open.TryGetValue(name, out var open))
            {
                var log = new LiveLog(Reader(name), ct => SpanAsync(name, ct), _clock, _time);
                _open[name] = open = new Open(log, new CancellationTokenSource());
                var gone = open.Gone.Token;
                open.Run = Task.Run(() => RunAsync(log, gone), CancellationToken.None);
            }
            open.Lookers++;
            return new LogLease(open.Log, () => LetGo(name));
        }
    }

    /// <summary>The newest lines of the pod that tells the steps and the loss: the first of the masters, chiefs or workers. None where there is no pod.</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give them.</exception>
    public async Task<IReadOnlyList<string>> NewestOfLeaderAsync(string jobId, int count, CancellationToken ct)
    {
        var pods = await _queries.PodsAsync(jobId, ct);
        var leader = pods.FirstOrDefault(pod => pod.Id.EndsWith("-master-0", StringComparison.Ordinal) || pod.Id.EndsWith("-chief-0", StringComparison.Ordinal)) ?? pods.FirstOrDefault();
        return leader is null ? [] : await NewestAsync(new PodLogName(jobId, leader.Id, Uid: null), count, ct);
    }

    /// <summary>The newest lines of a log, oldest first.</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give them.</exception>
    public Task<IReadOnlyList<string>> NewestAsync(PodLogName name, int count, CancellationToken ct) => CloudReads.AskAsync<IReadOnlyList<string>>(async () =>
    {
        var span = await SpanAsync(name, ct);
        var backlog = new LogBacklog(new LogWindows(Reader(name)), span.Begin, _clock.UtcNow + TimeSpan.FromSeconds(1));
        var lines = new List<string>();
        while (lines.Count < count && backlog.HasMore)
            lines.InsertRange(0, await backlog.EarlierAsync(ct));
        return [.. lines.Skip(lines.Count - count)];
    });

    /// <summary>All of a log up to now, oldest first, in portions.</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give a portion: what came before is right, but not all.</exception>
    public async IAsyncEnumerable<IReadOnlyList<string>> WholeAsync(PodLogName name, [EnumeratorCancellation] CancellationToken ct)
    {
        var span = await CloudReads.AskAsync(() => SpanAsync(name, ct));
        var now = _clock.UtcNow; // after an answer, which told the cloud's time
        var tail = new LogTail(new LogWindows(Reader(name)), span.Begin.ToWholeSecond(), []);
        var hasMore = true;
        while (hasMore)
        {
            (var lines, hasMore) = await CloudReads.AskAsync(() => tail.NextAsync(now, ct));
            if (lines.Count > 0)
                yield return lines;
        }
    }

    private static async Task RunAsync(LiveLog log, CancellationToken gone)
    {
        try
        {
            await log.RunAsync(gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // nobody looks any more
        }
    }

    private void LetGo(PodLogName name)
    {
        lock (_lock)
        {
            var open = _open[name];
            if (--open.Lookers > 0)
                return;
            _open.Remove(name);
            open.Gone.Cancel();
            open.Gone.Dispose();
        }
    }

    private ReadLines Reader(PodLogName name) => async (from, to, most, ct) =>
        (await _dlc.GetPodLogsAsync(name.JobId, name.PodId, name.Uid, from, to, most, ct)).Logs ?? [];

    private async Task<LogSpan> SpanAsync(PodLogName name, CancellationToken ct)
    {
        var job = JobTranslator.ToDomain(await _dlc.GetJobAsync(name.JobId, needDetail: true, ct));
        var pod = job.Pods.FirstOrDefault(pod => pod.Id == name.PodId);
        var attempt = name.Uid is null || pod?.Uid == name.Uid ? pod : pod?.Earlier.FirstOrDefault(earlier => earlier.Uid == name.Uid);
        var begin = attempt?.CreatedAt ?? attempt?.StartedAt ?? job.CreatedAt ?? _clock.UtcNow - Longest;
        return new LogSpan(begin - TimeSpan.FromSeconds(1), attempt?.FinishedAt ?? job.FinishedAt);
    }

    private sealed record Open(LiveLog Log, CancellationTokenSource Gone)
    {
        public int Lookers { get; set; }
        public Task? Run { get; set; }
    }
}
