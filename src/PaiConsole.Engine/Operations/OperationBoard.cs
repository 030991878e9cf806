using System.Collections.Concurrent;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Operations;

/// <summary>The operations that are not settled yet, in memory: few, and asked for with every row that is shown.</summary>
internal sealed class OperationBoard
{
    private readonly ConcurrentDictionary<string, OperationEntity> _open = new(StringComparer.Ordinal);

    public IReadOnlyList<OperationEntity> Unsettled(ResourceKind kind) => [.. _open.Values.Where(operation => operation.TargetKind == kind)];

    public bool HasUnsettled(ResourceKind kind) => _open.Values.Any(operation => operation.TargetKind == kind);

    /// <summary>Ids of objects that an unsettled operation waits for: they are looked at even when they are long finished.</summary>
    public IReadOnlyList<string> Targets(ResourceKind kind) =>
        [.. Unsettled(kind).Select(operation => operation.TargetId).OfType<string>().Distinct(StringComparer.Ordinal)];

    public PendingOperation? PendingFor(ResourceKind kind, string id)
    {
        var operation = _open.Values.Where(o => o.TargetKind == kind && o.TargetId == id).MaxBy(o => o.Id, StringComparer.Ordinal);
        return operation is null
            ? null
            : new PendingOperation(operation.Id, operation.Kind, operation.Status, operation.RequestedBy, operation.RequestedAt);
    }

    /// <summary>Takes the newest written state of an operation.</summary>
    public void Put(OperationEntity operation)
    {
        if (operation.IsSettled)
            _open.TryRemove(operation.Id, out _);
        else
            _open[operation.Id] = operation;
    }
}
