using System.Collections.Concurrent;
using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Notebooks.Idleness;

namespace PaiConsole.Engine.Notebooks;

/// <summary>What is known of the use of the notebooks that run, in memory: asked for with every row that is shown.</summary>
internal sealed class IdleBook(CloudNow cloud)
{
    private readonly ConcurrentDictionary<string, SessionUse> _uses = new(StringComparer.Ordinal);

    public SessionUse? Find(string id) => _uses.GetValueOrDefault(id);

    public IReadOnlyCollection<SessionUse> All => [.. _uses.Values];

    public void Put(SessionUse use) => _uses[use.Id] = use;

    public void Remove(string id) => _uses.TryRemove(id, out _);

    /// <summary>The row with what is known of its use.</summary>
    public NotebookRow Dress(NotebookRow row) => row.Phase == Phase.Running && Find(row.Id) is { } use
        ? row with
        {
            IdleSince = use.State.Since, IsIdleKnown = use.IsKnown(cloud.UtcNow), CpuPercent = use.State.Cpu, GpuPercent = use.State.Gpu,
            Policies = use.Policies,
        }
        : row;
}

/// <summary>The use of one notebook in its present session.</summary>
/// <param name="Id">InstanceId.</param>
/// <param name="SessionFrom">Begin of the running session.</param>
/// <param name="State">How far it was judged.</param>
/// <param name="Policies">What stops it by itself.</param>
/// <param name="AskedAt">When the cloud was last asked, cloud time.</param>
internal sealed record SessionUse(
    string Id, DateTimeOffset SessionFrom, IdleState State, IReadOnlyList<AutoStop> Policies, DateTimeOffset? AskedAt = null)
{
    /// <summary>Figures older than this say nothing of now.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(15);

    public bool IsKnown(DateTimeOffset now) => IdleJudge.IsKnown(State, now, Patience);
}
