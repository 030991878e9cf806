namespace PaiConsole.Domain.Operations;

/// <summary>How far a command has come. Only the reconciler confirms: never optimistic.</summary>
public enum OperationStatus
{
    /// <summary>Written down with who asked and why; nothing was sent yet.</summary>
    Requested,
    /// <summary>About to be sent, sent, or answered: the cloud may or may not have it.</summary>
    Sent,
    /// <summary>The observed state agrees.</summary>
    Confirmed,
    /// <summary>The cloud refused it, or the object is gone.</summary>
    Failed,
    /// <summary>The cloud took it but the state never followed, or nobody can tell.</summary>
    TimedOut,
}
