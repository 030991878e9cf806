using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaiConsole.Engine.Syncing;

/// <summary>
/// Decides when each sync is due and keeps it single-flight. Seconds apart while something moves or is
/// watched, slower when all is settled, backing off while the cloud fails or throttles.
/// </summary>
internal sealed partial class SyncLoop
{
    /// <summary>Half a tick of the clock that asks: what falls due between two ticks runs at the nearer one, not always at the later.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly ILogger<SyncLoop> _log;
    private readonly TimeSpan _active;
    private readonly TimeSpan _settled;
    private readonly CredentialPause _credentials;

    public SyncLoop(IEnumerable<ISync> syncs, IOptions<SyncOptions> options, IOptions<PaiOptions> pai, TimeProvider time, ILogger<SyncLoop> log)
    {
        _time = time;
        _credentials = new CredentialPause(time);
        _log = log;
        _active = TimeSpan.FromSeconds(options.Value.ActiveSeconds ?? (pai.Value.IsEmulator ? 2 : 10));
        _settled = TimeSpan.FromSeconds(options.Value.SettledSeconds ?? (pai.Value.IsEmulator ? 15 : 60));
        foreach (var sync in syncs)
            _slots[sync.Key] = new Slot(sync);
    }

    /// <summary>The syncs whose time has come.</summary>
    public IReadOnlyList<string> Due()
    {
        var now = _time.GetTimestamp();
        if (_credentials.Allowed() is { } probes)
            return [.. Resting().OrderBy(slot => slot.LastRun).Take(probes).Select(slot => slot.Sync.Key)];
        return [.. _slots.Values.Where(slot => IsDue(slot, now)).Select(slot => slot.Sync.Key)];
    }

    // Nobody, where one of them asks already.
    private IEnumerable<Slot> Resting() => _slots.Values.Any(slot => Volatile.Read(ref slot.Running) == 1) ? [] : _slots.Values;

    /// <summary>Makes a sync due at once, such as after a command.</summary>
    public void Wake(string key)
    {
        if (_slots.TryGetValue(key, out var slot))
            Volatile.Write(ref slot.Woken, true);
    }

    /// <summary>Runs a sync unless it runs already; a wake that arrives meanwhile makes it run once more.</summary>
    public async Task RunAsync(string key, CancellationToken ct)
    {
        if (!_slots.TryGetValue(key, out var slot) || Interlocked.Exchange(ref slot.Running, 1) == 1)
            return;
        try
        {
            bool again;
            do
            {
                Volatile.Write(ref slot.Woken, false);
                again = await RunOnceAsync(slot, ct) || Volatile.Read(ref slot.Woken);
            }
            while (again && !ct.IsCancellationRequested);
        }
        finally
        {
            Interlocked.Exchange(ref slot.Running, 0);
        }
    }

    private async Task<bool> RunOnceAsync(Slot slot, CancellationToken ct)
    {
        SyncResult result;
        try
        {
            result = await slot.Sync.RunAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // A fault of ours in one sync must not end the loop; it is loud, and tried again later.
            LogFault(fault, slot.Sync.Key);
            result = new SyncResult(Ok: false, 0);
        }

        _credentials.Heard(result.Refused);
        slot.Failures = result.Ok ? 0 : slot.Failures + 1;
        slot.LastRun = _time.GetTimestamp();
        slot.Pause = result.Ok ? TimeSpan.Zero : Backoff(slot.Failures, result.RetryAfter);
        return result is { Ok: true, Again: true };
    }

    private bool IsDue(Slot slot, long now)
    {
        if (Volatile.Read(ref slot.Running) == 1)
            return false;
        if (slot.LastRun is not { } last)
            return true;
        var waited = _time.GetElapsedTime(last, now);
        if (slot.Pause > TimeSpan.Zero)
            return waited >= slot.Pause;
        return Volatile.Read(ref slot.Woken) || waited + Grain >= (slot.Sync.IsRestless ? _active : _settled);
    }

    private TimeSpan Backoff(int failures, TimeSpan? asked)
    {
        var doubled = TimeSpan.FromTicks(_active.Ticks << Math.Min(failures - 1, 10));
        // Never longer than two cycles: once the cloud is well again, the pages must soon be too.
        var longest = 2 * _settled;
        var pause = doubled < longest ? doubled : longest;
        return asked > pause ? asked.Value : pause;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sync {Key} broke")]
    private partial void LogFault(Exception fault, string key);

    private sealed class Slot(ISync sync)
    {
        public readonly ISync Sync = sync;
        public int Running;
        public bool Woken;
        public int Failures;
        public long? LastRun;
        public TimeSpan Pause;
    }
}
