using System.Xml.Linq;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Oss;

/// <summary>GET of the service: the account's buckets, in every region.</summary>
internal sealed class ListBuckets : IOssOperation
{
    public string Name => nameof(ListBuckets);

    public bool Means(OssCall call) => call is { Method: "GET", Bucket: null };

    public OssAnswer Handle(OssCall call, World.World world, OssBody body)
    {
        var (prefix, marker, most) = (call.Query.Text("prefix") ?? "", call.Query.Text("marker") ?? "", Paging.MaxKeys(call));
        var all = world.Buckets.All
            .Where(b => b.Owner == People.KeyOwner && b.Name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(b.Name, marker) > 0).ToList();
        XElement root = new("ListAllMyBucketsResult", Owner(world));
        if (prefix.Length + marker.Length > 0 || call.Has("max-keys") || all.Count > most)
        {
            root.Add(new XElement("Prefix", prefix), new XElement("Marker", marker), new XElement("MaxKeys", most), new XElement("IsTruncated", all.Count > most));
            if (all.Count > most)
                root.Add(new XElement("NextMarker", all[most - 1].Name));
        }

        root.Add(new XElement("Buckets", all.Take(most).Select(b => Describe(b))));
        return new(200, root);
    }

    /// <summary>Who owns what the key can see.</summary>
    public static XElement Owner(World.World world) => new("Owner", new XElement("ID", People.KeyOwner), new XElement("DisplayName", world.People.User(People.KeyOwner)));

    /// <summary>A bucket as lists and GetBucketInfo have it.</summary>
    public static XElement Describe(Bucket bucket, params object[] more) => new("Bucket",
        new XElement("CreationDate", OssXml.Time(bucket.Created)),
        new XElement("ExtranetEndpoint", $"oss-{bucket.Region}.aliyuncs.com"),
        new XElement("IntranetEndpoint", $"oss-{bucket.Region}-internal.aliyuncs.com"),
        new XElement("Location", $"oss-{bucket.Region}"),
        new XElement("Name", bucket.Name),
        new XElement("Region", bucket.Region),
        new XElement("StorageClass", bucket.StorageClass),
        more);
}
