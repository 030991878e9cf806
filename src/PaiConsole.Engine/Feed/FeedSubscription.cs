using System.Runtime.CompilerServices;

namespace PaiConsole.Engine.Feed;

/// <summary>
/// The changes one page has not seen yet. Bounded: changes of the same row replace each other, and when
/// more rows changed than anybody could look at, the page is told to read again instead.
/// </summary>
public sealed class FeedSubscription<TView> : IFeedSink, IDisposable where TView : class
{
    private const int MostPending = 1_000;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly Action _leave;
    private Dictionary<string, FeedChange<TView>> _pending = new(StringComparer.Ordinal);
    private bool _overflow;
    private long _version;
    private bool _disposed;

    internal FeedSubscription(Action leave) => _leave = leave;

    /// <summary>Waits for changes and hands them over in batches, until cancelled or disposed.</summary>
    public async IAsyncEnumerable<FeedBatch<TView>> ReadAllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        while (!Volatile.Read(ref _disposed))
        {
            await _signal.WaitAsync(ct);
            if (Take() is { } batch)
                yield return batch;
        }
    }

    /// <summary>Stops collecting.</summary>
    public void Dispose()
    {
        _leave();
        Volatile.Write(ref _disposed, true);
        Wake();
    }

    internal void Offer(long version, IReadOnlyList<FeedChange<TView>> changes)
    {
        lock (_lock)
        {
            _version = version;
            foreach (var change in changes)
                _pending[change.Id] = change;
            if (_pending.Count > MostPending)
            {
                _pending.Clear();
                _overflow = true;
            }
        }
        Wake();
    }

    private FeedBatch<TView>? Take()
    {
        lock (_lock)
        {
            if (!_overflow && _pending.Count == 0)
                return null;
            var batch = new FeedBatch<TView>(_version, _overflow, _overflow ? [] : [.. _pending.Values]);
            _pending = new(StringComparer.Ordinal);
            _overflow = false;
            return batch;
        }
    }

    private void Wake()
    {
        lock (_lock)
        {
            if (_signal.CurrentCount == 0)
                _signal.Release();
        }
    }
}
