using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Operations;

/// <summary>How one kind of operation is sent, looked for after a lost answer, and confirmed.</summary>
internal interface IOperationHandler
{
    string Kind { get; }
    ResourceKind TargetKind { get; }

    /// <summary>It makes an object: PAI's creates have no client token, so a lost answer must be resolved by looking.</summary>
    bool IsCreate { get; }

    /// <summary>Hands it to the cloud once.</summary>
    Task<Sent> SendAsync(OperationEntity operation, CancellationToken ct);

    /// <summary>
    /// After a lost answer: looks for the object that a create may have made, by its marker label and by its name, or whether
    /// the object shows that it was asked already. Null when there is no trace of it.
    /// </summary>
    Task<string?> LookForAsync(OperationEntity operation, CancellationToken ct);

    /// <summary>Judges the observed state after the cloud has answered.</summary>
    Verdict Judge(OperationEntity operation, Observation seen);
}

/// <summary>The cloud's answer: the object's id where it made one, the request id, and what is to be asked next.</summary>
internal sealed record Sent(string? TargetId, string? RequestId, IReadOnlyList<OperationDraft> Next)
{
    public static Sent Plain(string? requestId) => new(null, requestId, []);
}

/// <summary>An operation about to be written down.</summary>
internal sealed record OperationDraft(string Kind, ResourceKind TargetKind, string? TargetId, string TargetName, string Body);
