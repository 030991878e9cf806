using PaiConsole.Domain.Operations;

namespace PaiConsole.Engine.Persistence.Entities;

/// <summary>A command on its way: the intent, who wants it, and how far it has come. Written before anything is sent.</summary>
internal sealed class OperationEntity
{
    /// <summary>Sorts by time; also the marker put on created objects so that a lost answer can be resolved.</summary>
    public string Id { get; set; } = "";
    public string Kind { get; set; } = "";
    public ResourceKind TargetKind { get; set; }
    /// <summary>Null for a create until the cloud has answered or the object was found.</summary>
    public string? TargetId { get; set; }
    public string TargetName { get; set; } = "";
    public OperationStatus Status { get; set; }
    public bool IsSettled { get; set; }
    public string RequestedBy { get; set; } = "";
    public DateTimeOffset RequestedAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? LastAttemptAt { get; set; }
    /// <summary>Why the last attempt brought no answer; cleared by an answer.</summary>
    public string? LastProblem { get; set; }
    /// <summary>What to do, as JSON of the kind's own request record.</summary>
    public string Body { get; set; } = "{}";
    public string BodyHash { get; set; } = "";
    public string? IdempotencyKey { get; set; }
    public string Findings { get; set; } = "[]";
    public string? ErrorCode { get; set; }
    public string? ErrorMessage { get; set; }
    public string? CloudRequestId { get; set; }
    /// <summary>The operation that this one follows up, such as the idle rule of a new notebook.</summary>
    public string? ParentId { get; set; }

    /// <summary>Which of its calls is on its way, from 0; most kinds have one only.</summary>
    public int Stage { get; set; }
    /// <summary>When that call became due, where it is not the first.</summary>
    public DateTimeOffset? StageAt { get; set; }

    /// <summary>A copy to move on while the one before stays as it was written.</summary>
    public OperationEntity Copy() => (OperationEntity)MemberwiseClone();
}

/// <summary>One line of the append-only audit record. Each hash covers the line before it.</summary>
internal sealed class AuditEntity
{
    public long Seq { get; set; }
    public DateTimeOffset At { get; set; }
    public string Actor { get; set; } = "";
    public string Role { get; set; } = "";
    public string Action { get; set; } = "";
    public string Target { get; set; } = "";
    public string Outcome { get; set; } = "";
    public string Detail { get; set; } = "";
    public string PreviousHash { get; set; } = "";
    public string Hash { get; set; } = "";
}

/// <summary>An API token: only its hash is kept.</summary>
internal sealed class TokenEntity
{
    public string Id { get; set; } = "";
    public string Name { get; set; } = "";
    public Role Role { get; set; }
    public string SecretHash { get; set; } = "";
    public string CreatedBy { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>How far a sync has read, and its last good look at the cloud.</summary>
internal sealed class SyncStateEntity
{
    public string Key { get; set; } = "";
    public string? Cursor { get; set; }
    public DateTimeOffset? LastGoodAt { get; set; }
}

/// <summary>What is small and found by its key: reference data (workspaces, datasets, images, prices) as JSON, the head of the audit record, sessions that ended.</summary>
internal sealed class ReferenceEntity
{
    public string Key { get; set; } = "";
    public string Document { get; set; } = "";
    public DateTimeOffset AsOf { get; set; }
}
