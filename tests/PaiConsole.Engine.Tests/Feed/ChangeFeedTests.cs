using PaiConsole.Engine.Feed;

namespace PaiConsole.Engine.Tests.Feed;

public sealed class ChangeFeedTests
{
    private readonly ChangeFeed _feed = new();

    [Fact]
    public async Task Changes_of_one_row_become_its_newest_and_versions_count_up()
    {
        using var subscription = _feed.Subscribe<string>();
        _feed.Publish([Upsert("a", "1"), Upsert("b", "1")]);
        _feed.Publish([Upsert("a", "2")]);
        _feed.Publish([new FeedChange<string>(ChangeType.Delete, "b", null)]);
        var first = await NextAsync(subscription);
        Assert.Equal([("a", "2"), ("b", null)], first.Changes.Select(change => (change.Id, change.Row)));
        _feed.Publish([Upsert("c", "1")]);
        var second = await NextAsync(subscription);
        Assert.True(second.Version > first.Version);
        Assert.Equal("c", Assert.Single(second.Changes).Id);
    }

    [Fact]
    public async Task More_than_anybody_could_look_at_becomes_a_reset_and_then_it_goes_on()
    {
        using var subscription = _feed.Subscribe<string>();
        _feed.Publish([.. Enumerable.Range(0, 1_001).Select(i => Upsert($"{i}", "x"))]);
        var reset = await NextAsync(subscription);
        Assert.True(reset.IsReset);
        Assert.Empty(reset.Changes);
        _feed.Publish([Upsert("a", "1")]);
        Assert.False((await NextAsync(subscription)).IsReset);
    }

    [Fact]
    public async Task A_subscription_that_is_disposed_ends_its_reader_and_leaves_nothing_behind()
    {
        var subscription = _feed.Subscribe<string>();
        Assert.Equal(1, _feed.Watchers<string>());
        await using var reader = subscription.ReadAllAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        var waiting = reader.MoveNextAsync();
        subscription.Dispose();
        Assert.False(await waiting);
        Assert.Equal(0, _feed.Watchers<string>());
        subscription.Dispose();
        _feed.Publish([Upsert("a", "1")]);
    }

    [Fact]
    public void A_thousand_pages_that_come_and_go_leave_no_watcher()
    {
        for (var i = 0; i < 1_000; i++)
            _feed.Subscribe<string>().Dispose();
        Assert.Equal(0, _feed.Watchers<string>());
    }

    [Fact]
    public async Task Nothing_is_lost_between_writers_and_a_reader()
    {
        using var subscription = _feed.Subscribe<string>();
        var writers = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
                _feed.Publish([Upsert($"{writer}-{i}", "x")]);
        })));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var batch in subscription.ReadAllAsync(CancellationToken.None))
        {
            seen.UnionWith(batch.Changes.Select(change => change.Id));
            if (seen.Count == 800)
                break;
        }
        await writers;
        Assert.Equal(800, seen.Count);
    }

    private static FeedChange<string> Upsert(string id, string row) => new(ChangeType.Upsert, id, row);

    private static async Task<FeedBatch<string>> NextAsync(FeedSubscription<string> subscription)
    {
        await foreach (var batch in subscription.ReadAllAsync(CancellationToken.None))
            return batch;
        throw new InvalidOperationException("The subscription ended.");
    }
}
