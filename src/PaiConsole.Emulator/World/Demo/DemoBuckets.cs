namespace PaiConsole.Emulator.World.Demo;

/// <summary>The buckets of this team: those that its datasets, jobs and services name.</summary>
internal static class DemoBuckets
{
    /// <summary>Where jobs write.</summary>
    public const string Train = "shop-ai-train";
    public const string Corpus = "shop-ai-corpus";
    public const string Vision = "shop-ai-vision";
    public const string Recsys = "shop-ai-recsys";

    /// <summary>What services load.</summary>
    public const string Models = "shop-ai-models";

    /// <summary>The bucket of the guide's commands.</summary>
    public const string Guide = "my-bucket";

    public static void Sow(World world)
    {
        foreach (var (name, days) in new[] { (Train, 320), (Corpus, 200), (Vision, 305), (Recsys, 180), (Models, 310), (Guide, 60) })
            world.Buckets.Create(name, world.Now.AddDays(-days));
    }
}
