namespace PaiConsole.Domain.Operations;

/// <summary>What a person or token may do; each role includes the ones before it.</summary>
public enum Role
{
    /// <summary>Sees everything, changes nothing.</summary>
    Viewer,
    /// <summary>Starts, stops, submits, deletes.</summary>
    Operator,
    /// <summary>Also tokens and the console's own settings.</summary>
    Admin,
}

/// <summary>Who is asking.</summary>
/// <param name="Name">Shown in the audit record.</param>
/// <param name="Role">Checked in every command.</param>
public sealed record Actor(string Name, Role Role);
