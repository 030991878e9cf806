using System.Collections.Concurrent;

namespace PaiConsole.Web.Security;

/// <summary>So many failures from one address within fifteen minutes, then nothing of it is looked at until the window has passed.</summary>
internal abstract class AttemptThrottle(TimeProvider clock, int allowed)
{
    private const int MostAddresses = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, List<Failure>> _failures = new(StringComparer.Ordinal);

    /// <summary>False while the address has used up its attempts.</summary>
    public bool Allows(string address)
    {
        if (!_failures.TryGetValue(address, out var failures))
            return true;
        lock (failures)
            return Recent(failures) < allowed;
    }

    /// <summary>Forgets the failures of an address.</summary>
    protected void Forget(string address) => _failures.TryRemove(address, out _);

    /// <summary>Counts a failure; the same attempt again, where it is named, is not another one.</summary>
    protected void Count(string address, string? attempt)
    {
        var failures = _failures.GetOrAdd(address, _ => []);
        lock (failures)
        {
            Recent(failures);
            if (attempt is null || !failures.Exists(failure => failure.Attempt == attempt))
                failures.Add(new Failure(attempt, clock.GetTimestamp()));
        }
        if (_failures.Count > MostAddresses)
            Sweep();
    }

    private int Recent(List<Failure> failures)
    {
        failures.RemoveAll(failure => clock.GetElapsedTime(failure.At) > Window);
        return failures.Count;
    }

    private void Sweep()
    {
        foreach (var (address, failures) in _failures)
            lock (failures)
                if (Recent(failures) == 0)
                    _failures.TryRemove(address, out _);
    }

    private readonly record struct Failure(string? Attempt, long At);
}
