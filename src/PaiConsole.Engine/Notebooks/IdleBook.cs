using System.Collections.Concurrent;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Notebooks.Idleness;

namespace PaiConsole.Engine.Notebooks;

/// <summary>What is known of the use of the notebooks that run, in memory: asked for with every row that is shown.</summary>
internal sealed class IdleBook
{
    private readonly ConcurrentDictionary<string, SessionUse> _uses = new(StringComparer.Ordinal);

    /// <summary>The use of a session; null where it has not been looked at. What is known of a session before says nothing of this one.</summary>
    public SessionUse? Find(string id, DateTimeOffset? heldSince) => _uses.GetValueOrDefault(id) is { } use && use.SessionFrom == heldSince ? use : null;

    public IReadOnlyCollection<SessionUse> All => [.. _uses.Values];

    public void Put(SessionUse use) => _uses[use.Id] = use;

    public void Remove(string id) => _uses.TryRemove(id, out _);

    /// <summary>The row with what is known of its use.</summary>
    public NotebookRow Dress(NotebookRow row) => row.HeldSince is { } held && Find(row.Id, held) is { } use
        ? row with { Idle = use.State, Policies = use.Policies ?? [], ArePoliciesKnown = use.Policies is not null }
        : row;
}

/// <summary>The use of one notebook in its present session.</summary>
/// <param name="Id">InstanceId.</param>
/// <param name="SessionFrom">Since when the machine has been held.</param>
/// <param name="State">How far it was judged.</param>
/// <param name="Policies">What stops it by itself; null while the cloud has not said.</param>
/// <param name="AskedAt">When the cloud was last asked, cloud time.</param>
internal sealed record SessionUse(
    string Id, DateTimeOffset SessionFrom, IdleState State, IReadOnlyList<AutoStop>? Policies, DateTimeOffset? AskedAt = null);
