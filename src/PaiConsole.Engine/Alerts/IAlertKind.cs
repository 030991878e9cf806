using PaiConsole.Domain.Alerts;
using PaiConsole.Engine.Persistence;

namespace PaiConsole.Engine.Alerts;

/// <summary>What the rules of one kind of object look at.</summary>
internal interface IAlertKind
{
    /// <summary>Alerts of this kind, and of no other, are opened and closed by it.</summary>
    ResourceKind Kind { get; }

    /// <summary>The topics of its rules.</summary>
    IReadOnlyList<string> Topics { get; }

    /// <summary>The objects that a rule could concern now; of those that have an open alert, every one that is known.</summary>
    Task<IReadOnlyList<AlertSubject>> ConcernedAsync(PaiConsoleDb db, string[] withAlert, AlertSettings settings, DateTimeOffset now, CancellationToken ct);
}
