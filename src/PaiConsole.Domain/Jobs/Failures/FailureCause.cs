namespace PaiConsole.Domain.Jobs.Failures;

/// <summary>What brought a job down, as far as the cloud's words tell.</summary>
public enum FailureCause
{
    /// <summary>The words tell nothing that is known here.</summary>
    Unknown,
    /// <summary>A batch does not fit the memory of the card.</summary>
    CudaOutOfMemory,
    /// <summary>The machine's memory ran out, and the kernel killed the process.</summary>
    OutOfMemory,
    /// <summary>The nodes lost each other.</summary>
    CommunicationTimeout,
    /// <summary>A machine or a card broke.</summary>
    NodeFault,
    /// <summary>The image could not be pulled.</summary>
    ImagePull,
    /// <summary>A quota or limit of the account has no room.</summary>
    Quota,
    /// <summary>The command names a script that is not there.</summary>
    ScriptMissing,
    /// <summary>The script does not take an argument of the command.</summary>
    WrongArgument,
    /// <summary>A file or folder that the script reads is not there.</summary>
    DataMissing,
}
