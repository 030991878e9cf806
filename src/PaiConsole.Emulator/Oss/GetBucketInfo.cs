using System.Xml.Linq;

namespace PaiConsole.Emulator.Oss;

/// <summary>GET of a bucket with <c>?bucketInfo</c>.</summary>
internal sealed class GetBucketInfo : IOssOperation
{
    public string Name => nameof(GetBucketInfo);

    public bool Means(OssCall call) => call is { Method: "GET", Bucket: not null, Key: "" } && call.Has("bucketInfo");

    // GetBucketInfo is answered at any endpoint: it is how a caller finds the right one.
    public OssAnswer Handle(OssCall call, World.World world, OssBody body)
    {
        if (world.Buckets.Find(call.Bucket!) is { } bucket)
            call.Region = bucket.Region;
        return new(200, new XElement("BucketInfo", ListBuckets.Describe(
            call.Need(world), ListBuckets.Owner(world), new XElement("AccessControlList", new XElement("Grant", "private")), new XElement("DataRedundancyType", "LRS"))));
    }
}

/// <summary>GET of a bucket with <c>?location</c>.</summary>
internal sealed class GetBucketLocation : IOssOperation
{
    public string Name => nameof(GetBucketLocation);

    public bool Means(OssCall call) => call is { Method: "GET", Bucket: not null, Key: "" } && call.Has("location");

    public OssAnswer Handle(OssCall call, World.World world, OssBody body)
    {
        if (world.Buckets.Find(call.Bucket!) is { } bucket)
            call.Region = bucket.Region;
        return new(200, new XElement("LocationConstraint", $"oss-{call.Need(world).Region}"));
    }
}
