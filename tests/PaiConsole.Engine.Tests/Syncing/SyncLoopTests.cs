using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Tests.Syncing;

public sealed class SyncLoopTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeSync _sync = new();
    private readonly SyncLoop _loop;

    public SyncLoopTests() => _loop = new SyncLoop(
        [_sync], Options.Create(new SyncOptions { ActiveSeconds = 2, SettledSeconds = 15 }), Options.Create(new PaiOptions()), _time, NullLogger<SyncLoop>.Instance);

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 15)]
    public async Task It_looks_often_while_something_moves_and_seldom_when_all_is_settled(bool restless, int seconds)
    {
        _sync.IsRestless = restless;
        Assert.Equal(["fake"], _loop.Due());
        await RunAsync();
        Assert.Equal(seconds, await SecondsUntilDueAsync());
    }

    [Fact]
    public async Task A_wake_makes_it_due_at_once()
    {
        await RunAsync();
        Assert.Empty(_loop.Due());
        _loop.Wake("fake");
        Assert.Equal(["fake"], _loop.Due());
        await RunAsync();
        Assert.Empty(_loop.Due());
    }

    [Fact]
    public async Task It_never_runs_twice_at_once_and_a_wake_meanwhile_makes_it_run_once_more()
    {
        var gate = new TaskCompletionSource();
        _sync.Waits = gate.Task;
        var running = RunAsync();
        await RunAsync();
        Assert.Empty(_loop.Due());
        Assert.Equal(1, _sync.Runs);
        _loop.Wake("fake");
        _loop.Wake("fake");
        gate.SetResult();
        await running;
        Assert.Equal((2, 1), (_sync.Runs, _sync.MostAtOnce));
    }

    [Fact]
    public async Task It_goes_on_at_once_while_there_is_more_to_read()
    {
        _sync.Results.Enqueue(new SyncResult(true, 1, Again: true));
        _sync.Results.Enqueue(new SyncResult(true, 1, Again: true));
        await RunAsync();
        Assert.Equal(3, _sync.Runs);
    }

    [Fact]
    public async Task Failures_make_it_wait_longer_but_never_longer_than_two_cycles()
    {
        List<int> waits = [];
        for (var i = 0; i < 7; i++)
        {
            _sync.Results.Enqueue(new SyncResult(false, 0));
            await RunAsync();
            waits.Add(await SecondsUntilDueAsync());
        }
        Assert.Equal([2, 4, 8, 16, 30, 30, 30], waits);
        await RunAsync();
        Assert.Equal(15, await SecondsUntilDueAsync());
    }

    [Fact]
    public async Task A_pause_that_the_cloud_asks_for_is_kept_even_when_somebody_wakes_it()
    {
        _sync.Results.Enqueue(new SyncResult(false, 0, RetryAfter: TimeSpan.FromSeconds(40)));
        await RunAsync();
        _loop.Wake("fake");
        Assert.Equal(40, await SecondsUntilDueAsync());
    }

    [Fact]
    public async Task A_sync_that_breaks_is_tried_again()
    {
        _sync.Breaks = true;
        await RunAsync();
        _sync.Breaks = false;
        Assert.Equal(2, await SecondsUntilDueAsync());
        await RunAsync();
        Assert.Equal(2, _sync.Runs);
    }

    private Task RunAsync() => _loop.RunAsync("fake", CancellationToken.None);

    private Task<int> SecondsUntilDueAsync()
    {
        var seconds = 0;
        for (; _loop.Due().Count == 0 && seconds < 1_000; seconds++)
            _time.Advance(TimeSpan.FromSeconds(1));
        return Task.FromResult(seconds);
    }

    private sealed class FakeSync : ISync
    {
        private int _now;

        public string Key => "fake";
        public bool IsRestless { get; set; }
        public bool Breaks { get; set; }
        public Task Waits { get; set; } = Task.CompletedTask;
        public Queue<SyncResult> Results { get; } = new();
        public int Runs { get; private set; }
        public int MostAtOnce { get; private set; }

        public async Task<SyncResult> RunAsync(CancellationToken ct)
        {
            Runs++;
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
            await Waits;
            Interlocked.Decrement(ref _now);
            return Breaks ? throw new InvalidOperationException("broken") : Results.TryDequeue(out var result) ? result : new SyncResult(true, 0);
        }
    }
}
