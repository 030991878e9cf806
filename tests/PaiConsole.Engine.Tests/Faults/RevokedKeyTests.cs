using PaiConsole.Cloud.Credentials;
using PaiConsole.Engine.Syncing;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Faults;

/// <summary>The access key is revoked while the console runs, and given back later.</summary>
public sealed class RevokedKeyTests
{
    private const int Minutes = 20;

    [Fact]
    public async Task It_is_asked_about_twice_a_minute_at_most_and_taken_up_again_when_it_is_good()
    {
        var key = new Key();
        await using var engine = await EngineUnderTest.StartAsync(
            "large", world: world => (world.Jobs, world.Services, world.Notebooks) = (30, 3, 5), cloud: cloud => cloud.CredentialsProvider = key);
        var loop = new Loop(engine);
        await loop.SecondsAsync(10);
        Assert.All(Enum.GetValues<ResourceKind>(), kind => Assert.False(engine.Get<SyncHealth>().Of(kind).IsStale));
        var rows = await RowsAsync(engine);

        key.Revoked = true;
        await loop.SecondsAsync(120);
        var before = key.Calls;
        await loop.SecondsAsync(Minutes * 60);
        TestContext.Current.TestOutputHelper?.WriteLine($"{key.Calls - before} calls in {Minutes} minutes with a revoked key");
        Assert.InRange(key.Calls - before, 1, 2 * Minutes);
        Assert.All(Enum.GetValues<ResourceKind>(), kind =>
        {
            var look = engine.Get<SyncHealth>().Of(kind);
            Assert.True(look.IsStale);
            Assert.Contains("InvalidAccessKeyId", look.Problem, StringComparison.Ordinal);
        });
        Assert.Equal(rows, await RowsAsync(engine));

        key.Revoked = false;
        await loop.SecondsAsync(5 * 60 + 40);
        Assert.All(Enum.GetValues<ResourceKind>(), kind => Assert.False(engine.Get<SyncHealth>().Of(kind).IsStale));
    }

    private static Task<int> RowsAsync(EngineUnderTest engine)
    {
        using var db = engine.OpenDatabase();
        return Task.FromResult(
            db.Notebooks.Count(row => !row.IsDeleted) + db.Jobs.Count(row => !row.IsDeleted) + db.Services.Count(row => !row.IsDeleted));
    }

    private sealed class Key : ICredentialsProvider
    {
        public bool Revoked { get; set; }

        /// <summary>Each call that goes out is signed once.</summary>
        public int Calls { get; private set; }

        public ValueTask<Credentials> GetAsync(CancellationToken cancellationToken)
        {
            Calls++;
            return ValueTask.FromResult(new Credentials(Revoked ? "revoked" : "emulator", "emulator"));
        }

        public void Reject(Credentials refused)
        {
        }
    }
}
