using PaiConsole.Engine.Feed;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Shared.Feeds;

/// <summary>
/// One page's view of one feed: hands over batches on the page's own dispatcher, at most one per window, and
/// collects nothing while the browser is away; when it is back, the page reads again.
/// </summary>
public sealed class FeedView<TView> : IAsyncDisposable where TView : class
{
    /// <summary>Changes closer together than this arrive as one batch.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);

    private readonly ChangeFeed _feed;
    private readonly CircuitPresence _presence;
    private readonly TimeProvider _clock;
    private readonly Func<Func<Task>, Task> _dispatch;
    private readonly Func<FeedBatch<TView>, Task> _apply;
    private readonly Func<Task> _readAgain;
    private readonly Lock _lock = new();
    private CancellationTokenSource? _reading;

    internal FeedView(
        ChangeFeed feed, CircuitPresence presence, TimeProvider clock,
        Func<Func<Task>, Task> dispatch, Func<FeedBatch<TView>, Task> apply, Func<Task> readAgain)
    {
        (_feed, _presence, _clock, _dispatch, _apply, _readAgain) = (feed, presence, clock, dispatch, apply, readAgain);
        _presence.Changed += CameOrWent;
        Start();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _presence.Changed -= CameOrWent;
        Stop();
        return ValueTask.CompletedTask;
    }

    private void CameOrWent(object? sender, EventArgs e)
    {
        Stop();
        if (!_presence.IsConnected)
            return;
        Start();
        _ = _dispatch(_readAgain);
    }

    private void Start()
    {
        lock (_lock)
        {
            _reading = new CancellationTokenSource();
            // Subscribed before this returns: rows that are read afterwards miss nothing.
            _ = ReadAsync(_feed.Subscribe<TView>(), _reading.Token);
        }
    }

    private void Stop()
    {
        lock (_lock)
        {
            _reading?.Cancel();
            _reading = null;
        }
    }

    private async Task ReadAsync(FeedSubscription<TView> subscription, CancellationToken stop)
    {
        using (subscription)
        {
            try
            {
                await foreach (var batch in subscription.ReadAllAsync(stop))
                {
                    await _dispatch(() => batch.IsReset ? _readAgain() : _apply(batch));
                    await Task.Delay(Window, _clock, stop);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // the page, or its browser, has gone
            }
        }
    }
}
