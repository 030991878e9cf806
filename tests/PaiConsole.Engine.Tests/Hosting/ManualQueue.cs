using PaiConsole.Engine.Operations;

namespace PaiConsole.Engine.Tests.Hosting;

/// <summary>Work that was asked for, kept until the test does it.</summary>
public sealed class ManualQueue : IWorkQueue
{
    private readonly Lock _lock = new();
    private List<string> _operations = [];

    void IWorkQueue.Operation(string id, TimeSpan? after)
    {
        lock (_lock)
            _operations.Add(id);
    }

    void IWorkQueue.Sync(string key)
    {
    }

    public IReadOnlyList<string> TakeOperations()
    {
        lock (_lock)
        {
            var taken = _operations.Distinct().ToList();
            _operations = [];
            return taken;
        }
    }
}
