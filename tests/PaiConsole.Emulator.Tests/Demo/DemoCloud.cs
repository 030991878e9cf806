using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Demo;

/// <summary>The demo world, over the wire or bare.</summary>
internal static class DemoCloud
{
    /// <summary>Half past two in the afternoon of a working day in China.</summary>
    public static readonly DateTimeOffset Wednesday = new(2026, 5, 13, 6, 30, 0, TimeSpan.Zero);

    public static EmulatorOptions Options => new() { Seed = "demo", Speed = 0 };

    public static Task<TestCloud> StartAsync() => TestCloud.StartAsync(o => o.Seed = "demo");

    public static World.World Sown(DateTimeOffset at, int? seed = null)
    {
        var options = Options;
        options.RandomSeed = seed ?? options.RandomSeed;
        World.World world = new(options, new FixedTime(at));
        world.Do(() => World.Seeds.Sow(world));
        return world;
    }
}

/// <summary>A real clock that stands still.</summary>
internal sealed class FixedTime(DateTimeOffset at) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => at;
}
