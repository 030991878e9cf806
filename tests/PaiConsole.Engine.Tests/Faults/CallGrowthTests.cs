using Microsoft.Data.Sqlite;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Services;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Faults;

/// <summary>What a look costs follows what is active, never how much history there is.</summary>
public sealed class CallGrowthTests
{
    [Fact]
    public async Task A_settled_cycle_makes_the_same_calls_with_a_thousand_and_with_twenty_thousand_jobs_of_history()
    {
        var small = await SettledCycleAsync(1_000);
        var large = await SettledCycleAsync(20_000);
        Assert.Equal(small, large);
        // 60 notebooks and 20 services on one page each; 50 active jobs by id on one page, and one page of what is new.
        Assert.Equal(["ListInstances", "ListJobs", "ListJobs", "ListServices"], large);
    }

    private static async Task<string[]> SettledCycleAsync(int jobs)
    {
        await using var engine = await EngineUnderTest.StartAsync("large", world: world => (world.Jobs, world.Services, world.Notebooks) = (jobs, 20, 60));
        await engine.LookAtAllAsync();
        await engine.LookAtAllAsync();
        Assert.Equal(jobs, (await engine.Get<JobQueries>().ListAsync(new ListRequest(), CancellationToken.None)).Total);

        await using var watcher = new SqliteConnection($"Data Source={engine.Database};Pooling=False");
        await watcher.OpenAsync(CancellationToken.None);
        using var notebooks = engine.Get<ChangeFeed>().Subscribe<NotebookRow>();
        using var rows = engine.Get<ChangeFeed>().Subscribe<JobRow>();
        using var services = engine.Get<ChangeFeed>().Subscribe<ServiceRow>();
        var (version, before) = (Version(watcher), engine.Emulator.World.Requests.List().Count);
        await engine.LookAtAllAsync();
        Assert.Equal(version, Version(watcher));
        Assert.False(await HasNewsAsync(notebooks) || await HasNewsAsync(rows) || await HasNewsAsync(services));
        return [.. engine.Emulator.World.Requests.List().Skip(before).Select(request => request.Action).Order(StringComparer.Ordinal)];
    }

    /// <summary>SQLite counts the commits of other connections.</summary>
    private static long Version(SqliteConnection watcher)
    {
        using var command = watcher.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    private static async Task<bool> HasNewsAsync<T>(FeedSubscription<T> subscription) where T : class
    {
        await using var reader = subscription.ReadAllAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        var next = reader.MoveNextAsync();
        var has = next.IsCompleted && await next;
        subscription.Dispose();
        if (!has)
            Assert.False(await next);
        return has;
    }
}
