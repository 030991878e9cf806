using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Oss;

/// <summary>Who may reach which bucket.</summary>
internal static class BucketAccess
{
    /// <summary>The bucket that a request means.</summary>
    /// <exception cref="OssException">There is none, it belongs to another account, or it is in another region than the one called.</exception>
    public static Bucket Need(this OssCall call, World.World world)
    {
        var name = call.Bucket ?? "";
        if (!BucketNames.IsValid(name))
            throw OssErrors.InvalidBucketName(name);
        var bucket = world.Buckets.Find(name) ?? throw OssErrors.NoSuchBucket(name);
        if (bucket.Owner != People.KeyOwner)
            throw OssErrors.Denied();
        return bucket.Region == call.Region ? bucket : throw OssErrors.Elsewhere(bucket);
    }

    /// <summary>The object that a request means.</summary>
    /// <exception cref="OssException">As <see cref="Need"/>, or there is no such object.</exception>
    public static StoredObject NeedObject(this OssCall call, World.World world) => call.Need(world).Find(call.Key) ?? throw OssErrors.NoSuchKey(call.Key);
}
