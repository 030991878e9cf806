using System.Text.Json;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Operations;

/// <summary>How an operation is shown.</summary>
internal static class OperationRows
{
    public static OperationRow From(OperationEntity operation) => new(
        operation.Id, operation.Kind, operation.TargetKind, operation.TargetId, operation.TargetName, operation.Status,
        operation.RequestedBy, operation.RequestedAt, operation.SentAt, operation.AnsweredAt, operation.SettledAt, operation.Attempts,
        JsonSerializer.Deserialize<List<Finding>>(operation.Findings, Documents.Options) ?? [],
        operation.ErrorCode is { } code ? new OperationError(code, operation.ErrorMessage ?? "", operation.CloudRequestId) : null, operation.Stage);

    public static FeedChange<OperationRow> Change(OperationEntity operation) => new(ChangeType.Upsert, operation.Id, From(operation));
}
