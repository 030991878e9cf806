using System.Collections.Concurrent;

namespace PaiConsole.Engine.Feed;

/// <summary>
/// Tells open pages what changed, after it was committed. A page subscribes first and reads its rows
/// second; rows carry a revision, so whichever arrives later, the newer one stays.
/// </summary>
public sealed class ChangeFeed
{
    private readonly ConcurrentDictionary<Type, ConcurrentDictionary<IFeedSink, byte>> _sinks = new();
    private long _version;

    /// <summary>Starts to collect changes of one kind of row. Dispose the subscription when the page or its connection goes.</summary>
    public FeedSubscription<TView> Subscribe<TView>() where TView : class
    {
        var sinks = SinksOf<TView>();
        FeedSubscription<TView> subscription = null!;
        subscription = new FeedSubscription<TView>(() => sinks.TryRemove(subscription, out _));
        sinks.TryAdd(subscription, 0);
        return subscription;
    }

    /// <summary>How many pages are looking at this kind of row right now: somebody watching makes the sync look more often.</summary>
    public int Watchers<TView>() => SinksOf<TView>().Count;

    internal void Publish<TView>(IReadOnlyList<FeedChange<TView>> changes) where TView : class
    {
        if (changes.Count == 0)
            return;
        var version = Interlocked.Increment(ref _version);
        foreach (var sink in SinksOf<TView>().Keys)
            ((FeedSubscription<TView>)sink).Offer(version, changes);
    }

    private ConcurrentDictionary<IFeedSink, byte> SinksOf<TView>() => _sinks.GetOrAdd(typeof(TView), _ => new());
}

internal interface IFeedSink;
