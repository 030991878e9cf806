using System.Security.Cryptography;
using System.Text;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Operations;

/// <summary>Turns a draft into a row.</summary>
internal static class OperationDrafts
{
    /// <summary>A follow-up of another operation, on behalf of the same person.</summary>
    public static OperationEntity Write(OperationDraft draft, OperationEntity parent, DateTimeOffset now)
    {
        var row = Write(draft, parent.RequestedBy, now);
        row.ParentId = parent.Id;
        return row;
    }

    /// <summary>A new operation. Its id sorts by time and marks what it makes.</summary>
    public static OperationEntity Write(OperationDraft draft, string requestedBy, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now).ToString("N"),
        Kind = draft.Kind,
        TargetKind = draft.TargetKind,
        TargetId = draft.TargetId,
        TargetName = draft.TargetName,
        Status = OperationStatus.Requested,
        RequestedBy = requestedBy,
        RequestedAt = now,
        Body = draft.Body,
        BodyHash = Hash(draft),
    };

    /// <summary>Two requests with the same hash ask for the same thing.</summary>
    public static string Hash(OperationDraft draft) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{draft.Kind}\n{draft.TargetId}\n{draft.TargetName}\n{draft.Body}")));
}
