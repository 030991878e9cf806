using PaiConsole.Domain.Preflight;

namespace PaiConsole.Engine.Operations;

/// <summary>Why a command was not taken.</summary>
public enum Refusal
{
    /// <summary>It was taken.</summary>
    None,
    /// <summary>The findings contain errors; nothing was sent.</summary>
    Invalid,
    /// <summary>The actor's role does not allow it.</summary>
    Forbidden,
    /// <summary>The console only watches: <c>Pai:AllowCommands</c> is false.</summary>
    WatchingOnly,
    /// <summary>There is no such object.</summary>
    NotFound,
    /// <summary>Not possible in the object's present state, or the idempotency key was used for another request.</summary>
    Conflict,
}

/// <summary>The answer to a command: the operation that now carries it, or why it was refused.</summary>
public sealed record CommandOutcome
{
    /// <summary>The operation, when taken (or taken before under the same idempotency key).</summary>
    public OperationRow? Operation { get; init; }
    /// <summary>What it would do, when only that was asked.</summary>
    public VerbPreview? Preview { get; init; }
    /// <summary>Why not, or <see cref="Refusal.None"/>.</summary>
    public Refusal Refusal { get; init; }
    /// <summary>One sentence that says why not.</summary>
    public string? Message { get; init; }
    /// <summary>What the checks said.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    internal static CommandOutcome Refused(Refusal refusal, string message, IReadOnlyList<Finding>? findings = null) =>
        new() { Refusal = refusal, Message = message, Findings = findings ?? [] };
}
