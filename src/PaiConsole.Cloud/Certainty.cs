namespace PaiConsole.Cloud;

/// <summary>What is known about the effect of a call that failed.</summary>
public enum Certainty
{
    /// <summary>The call certainly had no effect: it never left this machine, or the cloud refused it with an answer, or it only reads.</summary>
    NotExecuted,

    /// <summary>The call may have taken effect: timeout, connection lost after sending, an unreadable answer, or a server fault. Look before sending again.</summary>
    Unknown,
}
