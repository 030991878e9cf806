using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Engine.Operations;

/// <summary>A command and how far it has come.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="Kind">A word of <see cref="OperationKind"/>.</param>
/// <param name="TargetKind">What it acts on.</param>
/// <param name="TargetId">Cloud id; null for a create that was not answered yet.</param>
/// <param name="TargetName">Name of the target.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="RequestedAt">When, cloud time.</param>
/// <param name="SentAt">When it was first handed to the cloud.</param>
/// <param name="AnsweredAt">When the cloud answered.</param>
/// <param name="SettledAt">When it was confirmed, failed or timed out.</param>
/// <param name="Attempts">How often it was handed to the cloud.</param>
/// <param name="Findings">What the checks said when it was asked for.</param>
/// <param name="Error">What went wrong, or null.</param>
/// <param name="Stage">Which of its calls is on its way, from 0.</param>
public sealed record OperationRow(
    string Id, string Kind, ResourceKind TargetKind, string? TargetId, string TargetName, OperationStatus Status,
    string RequestedBy, DateTimeOffset RequestedAt, DateTimeOffset? SentAt, DateTimeOffset? AnsweredAt, DateTimeOffset? SettledAt,
    int Attempts, IReadOnlyList<Finding> Findings, OperationError? Error, int Stage = 0);

/// <summary>What the cloud said when a command failed.</summary>
/// <param name="Code">The cloud's error code, or the console's own.</param>
/// <param name="Message">Plain text from the cloud: never markup.</param>
/// <param name="RequestId">The cloud's request id, for a support ticket.</param>
public sealed record OperationError(string Code, string Message, string? RequestId);
