using System.Collections.Concurrent;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Engine.Syncing;

/// <summary>How the looks at the cloud are going, per sync. Kept in memory: a look that changed nothing writes nothing.</summary>
public sealed class SyncHealth
{
    private readonly ConcurrentDictionary<string, Freshness> _states = new(StringComparer.Ordinal);

    /// <summary>How fresh one kind is.</summary>
    public Freshness Of(ResourceKind kind) => Of(kind.ToString());

    /// <summary>How fresh one sync is.</summary>
    public Freshness Of(string key) => _states.GetValueOrDefault(key) ?? new Freshness(null, IsStale: true, null, 0);

    /// <summary>Every sync that has looked so far.</summary>
    public IReadOnlyDictionary<string, Freshness> All => _states;

    internal void Good(string key, DateTimeOffset at) => _states[key] = new Freshness(at, IsStale: false, null, 0);

    internal void Bad(string key, string problem) =>
        _states.AddOrUpdate(
            key,
            _ => new Freshness(null, IsStale: true, problem, 1),
            (_, before) => before with { IsStale = true, Problem = problem, FailedLooks = before.FailedLooks + 1 });

    /// <summary>After a restart: what the database holds is as old as the last good look before it.</summary>
    internal void Remember(string key, DateTimeOffset? asOf) =>
        _states.TryAdd(key, new Freshness(asOf, IsStale: true, null, 0));
}
