using System.Collections.Concurrent;

namespace PaiConsole.Web.Security;

/// <summary>Five wrong tokens from one address within fifteen minutes, then none is looked at until the window has passed.</summary>
internal sealed class LoginThrottle(TimeProvider clock)
{
    private const int Allowed = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, List<long>> _failures = new(StringComparer.Ordinal);

    /// <summary>False while the address has used up its attempts.</summary>
    public bool Allows(string address)
    {
        if (!_failures.TryGetValue(address, out var times))
            return true;
        lock (times)
            return Recent(times) < Allowed;
    }

    /// <summary>Counts a wrong token.</summary>
    public void Failed(string address)
    {
        var times = _failures.GetOrAdd(address, _ => []);
        lock (times)
        {
            Recent(times);
            times.Add(clock.GetTimestamp());
        }
        if (_failures.Count > 10_000)
            Sweep();
    }

    /// <summary>Forgets the failures of an address that has now signed in.</summary>
    public void Succeeded(string address) => _failures.TryRemove(address, out _);

    private int Recent(List<long> times)
    {
        times.RemoveAll(time => clock.GetElapsedTime(time) > Window);
        return times.Count;
    }

    private void Sweep()
    {
        foreach (var (address, times) in _failures)
            lock (times)
                if (Recent(times) == 0)
                    _failures.TryRemove(address, out _);
    }
}
