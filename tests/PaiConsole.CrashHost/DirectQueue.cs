using PaiConsole.Engine.Operations;

namespace PaiConsole.CrashHost;

/// <summary>Keeps what was asked for; the program does it at once.</summary>
internal sealed class DirectQueue : IWorkQueue
{
    public Queue<string> Operations { get; } = new();

    public void Operation(string id, TimeSpan? after = null) => Operations.Enqueue(id);

    public void Sync(string key)
    {
        // The process is dead before it would look.
    }
}
