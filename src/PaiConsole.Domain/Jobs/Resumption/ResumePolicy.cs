namespace PaiConsole.Domain.Jobs.Resumption;

/// <summary>What shall happen when the cloud takes the machines of a spot job and does not start it again itself.</summary>
/// <param name="Times">Submit it again, from its newest complete checkpoint, at most this often: 1 to 20.</param>
public sealed record ResumePolicy(int Times)
{
    /// <summary>The most that can be asked for.</summary>
    public const int Most = 20;
}
