using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Oss;

/// <summary>OSS on a listener of its own: its buckets are the first label of a host, so it cannot share one with products that know paths only.</summary>
internal static class OssSurface
{
    public static readonly IReadOnlyList<IOssOperation> Operations =
    [
        new ListBuckets(),
        new GetBucketInfo(),
        new GetBucketLocation(),
        new ListObjectsV2(),
        new HeadObject(),
        new GetObject(),
        new PutObject(),
        new DeleteObject(),
    ];

    public static void Map(WebApplication app, World.World world)
    {
        app.UseMiddleware<WorldDateMiddleware>(world);
        app.UseMiddleware<OssMiddleware>(world, new Oss4Verifier(world.Options.AccessKeyId, world.Options.Secret, world.Real));
    }
}
