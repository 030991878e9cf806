using System.Collections.Immutable;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Operations;

/// <summary>The operations that are not settled yet, in memory: few, and asked for with every row that is shown.</summary>
internal sealed class OperationBoard
{
    private readonly Lock _lock = new();
    private volatile Picture _now = new(ImmutableDictionary.Create<string, OperationEntity>(StringComparer.Ordinal));

    public IReadOnlyList<OperationEntity> Unsettled(ResourceKind kind) => [.. _now.Open.Values.Where(operation => operation.TargetKind == kind)];

    public bool HasUnsettled(ResourceKind kind) => _now.Open.Values.Any(operation => operation.TargetKind == kind);

    /// <summary>Ids of objects that an unsettled operation waits for: they are looked at even when they are long finished.</summary>
    public IReadOnlyList<string> Targets(ResourceKind kind) =>
        [.. Unsettled(kind).Select(operation => operation.TargetId).OfType<string>().Distinct(StringComparer.Ordinal)];

    public PendingOperation? PendingFor(ResourceKind kind, string id) => _now.Pending.GetValueOrDefault((kind, id));

    /// <summary>Takes the newest written state of an operation.</summary>
    public void Put(OperationEntity operation)
    {
        lock (_lock)
        {
            _now = new Picture(operation.IsSettled ? _now.Open.Remove(operation.Id) : _now.Open.SetItem(operation.Id, operation));
        }
    }

    /// <summary>Takes what was read from the database a moment ago, unless something newer may be here already.</summary>
    public void PutIfNew(OperationEntity operation)
    {
        lock (_lock)
        {
            if (!_now.Open.ContainsKey(operation.Id))
                _now = new Picture(_now.Open.SetItem(operation.Id, operation));
        }
    }

    /// <summary>Never changed: whoever reads needs no lock.</summary>
    private sealed class Picture(ImmutableDictionary<string, OperationEntity> open)
    {
        public ImmutableDictionary<string, OperationEntity> Open { get; } = open;

        /// <summary>The newest operation of each object.</summary>
        public Dictionary<(ResourceKind, string), PendingOperation> Pending { get; } = open.Values
            .Where(operation => operation.TargetId is not null)
            .GroupBy(operation => (operation.TargetKind, operation.TargetId!))
            .ToDictionary(group => group.Key, group => Of(group.MaxBy(operation => operation.Id, StringComparer.Ordinal)!));

        private static PendingOperation Of(OperationEntity operation) =>
            new(operation.Id, operation.Kind, operation.Status, operation.RequestedBy, operation.RequestedAt, operation.Stage);
    }
}
