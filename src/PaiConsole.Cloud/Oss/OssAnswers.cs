using System.Xml.Linq;

namespace PaiConsole.Cloud.Oss;

/// <summary>Makes answers of XML.</summary>
internal static class OssAnswers
{
    internal static ListObjectsAnswer Objects(XElement root, string? requestId)
    {
        var decode = root.Text("EncodingType") == "url";
        // As a form encodes it, a space may come as a plus sign; a plus sign itself never does.
        string Name(string text) => decode ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text;
        return new ListObjectsAnswer
        {
            RequestId = requestId,
            Objects = [.. root.All("Contents").Where(e => e.Text("Key") is not null && e.Number("Size") is not null)
                .Select(e => new OssObject(Name(e.Text("Key")!), e.Number("Size")!.Value, e.Time("LastModified"), e.Text("ETag")?.Trim('"'), e.Text("StorageClass")))],
            Folders = [.. root.All("CommonPrefixes").Select(e => e.Text("Prefix")).OfType<string>().Select(Name)],
            IsTruncated = root.Flag("IsTruncated"),
            NextContinuationToken = root.Text("NextContinuationToken"),
            KeyCount = (int?)root.Number("KeyCount"),
        };
    }

    internal static ListBucketsAnswer Buckets(XElement root, string? requestId) => new()
    {
        RequestId = requestId,
        Buckets = [.. root.All("Buckets").SelectMany(list => list.All("Bucket")).Where(e => e.Text("Name") is not null)
            .Select(e => new BucketSummary(e.Text("Name")!, e.Text("Region") ?? e.Text("Location")?.Replace("oss-", "", StringComparison.Ordinal), e.Text("StorageClass"), e.Time("CreationDate")))],
        IsTruncated = root.Flag("IsTruncated"),
        NextMarker = root.Text("NextMarker"),
    };
}
