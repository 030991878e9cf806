using PaiConsole.Emulator.World.Demo;

namespace PaiConsole.Emulator.World;

/// <summary>Fills a world.</summary>
internal static class Seeds
{
    /// <summary>Sows the seed named in the options.</summary>
    public static void Sow(World world)
    {
        switch (world.Options.Seed)
        {
            case "empty":
                break;
            case "demo":
                DemoSeed.Sow(world);
                break;
            case "large":
                SowLarge(world, world.Options.Jobs, world.Options.Services, world.Options.Notebooks);
                break;
            default:
                throw new InvalidOperationException($"Unknown seed '{world.Options.Seed}': demo, empty or large.");
        }
    }

    /// <summary>Adds any number of each kind.</summary>
    public static void SowLarge(World world, int jobs, int services, int notebooks)
    {
        LargeSeed large = new(world);
        large.Jobs(jobs);
        large.Notebooks(notebooks);
        LargeServices.Sow(world, services);
    }
}
