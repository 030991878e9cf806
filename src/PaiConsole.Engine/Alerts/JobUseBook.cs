using System.Collections.Concurrent;
using PaiConsole.Domain.Notebooks.Idleness;

namespace PaiConsole.Engine.Alerts;

/// <summary>What is known of the use of the GPUs of jobs that have run for a while, in memory: after a restart it is read again.</summary>
internal sealed class JobUseBook
{
    private readonly ConcurrentDictionary<string, JobUse> _uses = new(StringComparer.Ordinal);

    /// <summary>The use in a stretch of running; null where it has not been looked at.</summary>
    public JobUse? Find(string id, DateTimeOffset? runningSince) => _uses.GetValueOrDefault(id) is { } use && use.RunningSince == runningSince ? use : null;

    /// <summary>The use of a job in whatever stretch was looked at last.</summary>
    public JobUse? Last(string id) => _uses.GetValueOrDefault(id);

    public void Put(JobUse use) => _uses[use.Id] = use;

    /// <summary>Forgets those that nobody asks for any more.</summary>
    public void Keep(IReadOnlySet<string> ids)
    {
        foreach (var id in _uses.Keys.Where(id => !ids.Contains(id)))
            _uses.TryRemove(id, out _);
    }
}

/// <summary>How the GPUs of a job are used.</summary>
/// <param name="Id">JobId.</param>
/// <param name="RunningSince">Begin of the stretch of running that is judged.</param>
/// <param name="State">How far it was judged.</param>
/// <param name="AskedAt">When the cloud was last asked, cloud time; null when there is more to read at once.</param>
/// <param name="LastRun">The last stretch of idling that is over, or null.</param>
internal sealed record JobUse(string Id, DateTimeOffset RunningSince, IdleState State, DateTimeOffset? AskedAt = null, IdleRun? LastRun = null);
