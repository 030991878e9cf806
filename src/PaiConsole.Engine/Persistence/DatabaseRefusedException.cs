namespace PaiConsole.Engine.Persistence;

/// <summary>The console cannot start on this database; the message is one sentence that says why, and what to do.</summary>
public sealed class DatabaseRefusedException : InvalidOperationException
{
    internal DatabaseRefusedException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
