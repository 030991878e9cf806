namespace PaiConsole.Engine.Operations;

/// <summary>How a command on an object that exists is asked for.</summary>
/// <param name="Key">Idempotency key: a repeat with the same key is answered with the first operation; null for none.</param>
/// <param name="DryRun">Show what would be sent, write nothing down and send nothing.</param>
public readonly record struct CommandAsk(string? Key, bool DryRun = false)
{
    /// <summary>In earnest, under a key.</summary>
    public static implicit operator CommandAsk(string? key) => new(key);
}
