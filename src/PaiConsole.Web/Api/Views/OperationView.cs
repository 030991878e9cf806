using PaiConsole.Engine.Operations;

namespace PaiConsole.Web.Api.Views;

/// <summary>A command and how far it has come.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="Kind">Such as <c>job.create</c>.</param>
/// <param name="Target">What it acts on.</param>
/// <param name="Status"><c>Requested</c>, <c>Sent</c>, <c>Confirmed</c>, <c>Failed</c> or <c>TimedOut</c>. Confirmed only once the cloud shows the effect.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="RequestedAt">When, by the cloud's clock.</param>
/// <param name="SentAt">When it was first handed to the cloud.</param>
/// <param name="AnsweredAt">When the cloud answered.</param>
/// <param name="SettledAt">When it was confirmed, failed or timed out.</param>
/// <param name="Attempts">How often it was handed to the cloud.</param>
/// <param name="Findings">What the checks said when it was asked for.</param>
/// <param name="Error">What went wrong, or null.</param>
public sealed record OperationView(
    string Id, string Kind, TargetView Target, string Status, string RequestedBy, DateTimeOffset RequestedAt,
    DateTimeOffset? SentAt, DateTimeOffset? AnsweredAt, DateTimeOffset? SettledAt, int Attempts,
    IReadOnlyList<FindingView> Findings, OperationErrorView? Error)
{
    internal static OperationView From(OperationRow row) => new(
        row.Id, row.Kind, new TargetView(row.TargetKind.ToString().ToLowerInvariant(), row.TargetId, row.TargetName), row.Status.ToString(),
        row.RequestedBy, row.RequestedAt, row.SentAt, row.AnsweredAt, row.SettledAt, row.Attempts, [.. row.Findings.Select(FindingView.From)],
        row.Error is { } error ? new OperationErrorView(error.Code, error.Message, error.RequestId) : null);
}

/// <summary>What an operation acts on.</summary>
/// <param name="Kind"><c>notebook</c>, <c>job</c> or <c>service</c>.</param>
/// <param name="Id">The cloud's id; null for a create that was not answered yet.</param>
/// <param name="Name">Its name.</param>
public sealed record TargetView(string Kind, string? Id, string Name);

/// <summary>What the cloud said when a command failed.</summary>
/// <param name="Code">The cloud's error code, or the console's own.</param>
/// <param name="Message">Plain text from the cloud.</param>
/// <param name="RequestId">The cloud's request id, for a support ticket.</param>
public sealed record OperationErrorView(string Code, string Message, string? RequestId);
