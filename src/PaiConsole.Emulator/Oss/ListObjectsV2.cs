using System.Text;
using System.Xml.Linq;

namespace PaiConsole.Emulator.Oss;

/// <summary>GET of a bucket with <c>?list-type=2</c>: a page of keys in order, those that share a beginning up to the delimiter as one.</summary>
internal sealed class ListObjectsV2 : IOssOperation
{
    public string Name => nameof(ListObjectsV2);

    public bool Means(OssCall call) => call is { Method: "GET", Bucket: not null, Key: "" } && call.Query.Text("list-type") == "2";

    public OssAnswer Handle(OssCall call, World.World world, OssBody body)
    {
        var bucket = call.Need(world);
        var (prefix, delimiter, startAfter) = (call.Query.Text("prefix") ?? "", call.Query.Text("delimiter") ?? "", call.Query.Text("start-after"));
        var (token, most) = (call.Query.Text("continuation-token"), Paging.MaxKeys(call));
        var encoded = call.Query.Text("encoding-type") switch
        {
            null => false,
            "url" => true,
            var other => throw OssErrors.Invalid("Invalid Encoding Method specified in Request.", "encoding-type", other),
        };
        var page = Page(bucket, prefix, delimiter, token is { } given ? Place(given) : startAfter is { } after ? after + "\0" : "", most);
        string Said(string name) => OssXml.Name(name, encoded);
        XElement root = new("ListBucketResult", new XElement("Name", bucket.Name), new XElement("Prefix", Said(prefix)), new XElement("MaxKeys", most), new XElement("Delimiter", Said(delimiter)));
        if (startAfter is not null)
            root.Add(new XElement("StartAfter", Said(startAfter)));
        if (token is not null)
            root.Add(new XElement("ContinuationToken", token));
        if (encoded)
            root.Add(new XElement("EncodingType", "url"));
        root.Add(new XElement("IsTruncated", page.Next is not null));
        if (page.Next is { } next)
            root.Add(new XElement("NextContinuationToken", Convert.ToBase64String(Encoding.UTF8.GetBytes(next))));
        root.Add(page.Objects.Select(o => new XElement("Contents",
            new XElement("Key", Said(o.Key)), new XElement("LastModified", OssXml.Time(o.Modified)), new XElement("ETag", $"\"{o.ETag}\""), new XElement("Type", o.Type),
            new XElement("Size", o.Size), new XElement("StorageClass", o.StorageClass), call.Query.Text("fetch-owner") == "true" ? ListBuckets.Owner(world) : null)));
        root.Add(page.Folders.Select(f => new XElement("CommonPrefixes", new XElement("Prefix", Said(f)))));
        root.Add(new XElement("KeyCount", page.Objects.Count + page.Folders.Count));
        return new(200, root);
    }

    private static (List<StoredObject> Objects, List<string> Folders, string? Next) Page(Bucket bucket, string prefix, string delimiter, string from, int most)
    {
        List<StoredObject> objects = [];
        List<string> folders = [];
        while (bucket.List(prefix, from).FirstOrDefault() is { } next)
        {
            if (objects.Count + folders.Count == most)
                return (objects, folders, from);
            var end = delimiter.Length == 0 ? -1 : next.Key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            if (end < 0)
            {
                objects.Add(next);
                from = next.Key + "\0";
            }
            else
            {
                var folder = next.Key[..(end + delimiter.Length)];
                folders.Add(folder);
                // Past everything that begins with it, without looking at each.
                from = folder + "\uffff";
            }
        }

        return (objects, folders, null);
    }

    private static string Place(string token)
    {
        Span<byte> octets = new byte[token.Length];
        return Convert.TryFromBase64String(token, octets, out var length)
            ? Encoding.UTF8.GetString(octets[..length])
            : throw OssErrors.Invalid("The continuation token provided is incorrect.", "continuation-token", token);
    }
}
