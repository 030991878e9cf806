namespace PaiConsole.Domain;

/// <summary>
/// What a status means to a person, across all kinds of objects: it decides the colour, whether
/// the sync looks again in seconds, and which actions make sense.
/// </summary>
public enum Phase
{
    /// <summary>Not understood; shown as it is, never acted upon.</summary>
    Unknown,
    /// <summary>On its way to another state: looked at every few seconds.</summary>
    InTransition,
    /// <summary>Running, and costing money.</summary>
    Running,
    /// <summary>Finished as asked.</summary>
    Succeeded,
    /// <summary>At rest, costing nothing.</summary>
    Stopped,
    /// <summary>Failed: a person should look.</summary>
    Failed,
}
