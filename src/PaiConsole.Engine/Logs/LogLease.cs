namespace PaiConsole.Engine.Logs;

/// <summary>A look at a log; disposing it ends the look.</summary>
public sealed class LogLease : IDisposable
{
    private Action? _end;

    internal LogLease(LiveLog log, Action end) => (Log, _end) = (log, end);

    /// <summary>The log.</summary>
    public LiveLog Log { get; }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
}
