using System.Collections.Concurrent;
using System.Globalization;
using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Oss;

internal sealed class OssApi(PaiTransport transport, PaiCloudOptions options) : IOssApi
{
    private readonly ConcurrentDictionary<string, string> _regions = new(StringComparer.Ordinal);

    public Task<ListObjectsAnswer> ListObjectsAsync(ListObjectsQuery query, CancellationToken cancellationToken) =>
        WhereItIsAsync(query.Bucket, region =>
        {
            var call = OssAddress.Call("ListObjectsV2", query.Bucket, region, "", options) with { Query = Parameters(query) };
            return transport.SendAsync(
                call, (status, headers, body) => OssAnswers.Objects(OssXml.Root(call, "ListBucketResult", status, headers, body), OssXml.RequestId(headers)), cancellationToken);
        });

    public Task<ListBucketsAnswer> ListBucketsAsync(ListBucketsQuery query, CancellationToken cancellationToken)
    {
        var call = OssAddress.Call("ListBuckets", options) with
        {
            Query = Given(("max-keys", Number(query.MaxKeys)), ("prefix", query.Prefix), ("marker", query.Marker)),
        };
        return transport.SendAsync(
            call, (status, headers, body) => OssAnswers.Buckets(OssXml.Root(call, "ListAllMyBucketsResult", status, headers, body), OssXml.RequestId(headers)), cancellationToken);
    }

    public Task<ObjectContent> GetObjectAsync(OssBucket place, string key, int mostBytes, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBytes, 1);
        return WhereItIsAsync(place, region =>
        {
            var call = OssAddress.Call("GetObject", place, region, key, options) with { MostBytes = mostBytes };
            return transport.SendAsync(
                call,
                (status, headers, body) => status is 200 or 206
                    ? new ObjectContent { RequestId = OssXml.RequestId(headers), Octets = body[..Math.Min(mostBytes, body.Length)] }
                    : throw AnswerReader.Refusal(call, status, headers, ErrorBody.Parse(body)),
                cancellationToken);
        });
    }

    /// <summary>Calls at the region that is known or named, and once more where OSS says that the bucket is.</summary>
    private async Task<T> WhereItIsAsync<T>(OssBucket bucket, Func<string, Task<T>> call)
    {
        var region = _regions.GetValueOrDefault(bucket.Name) ?? bucket.Region ?? options.Region;
        try
        {
            return await call(region);
        }
        catch (PaiApiException elsewhere) when (OssAddress.RegionOf(elsewhere.Endpoint) is { } named && named != region)
        {
            _regions[bucket.Name] = named;
            return await call(named);
        }
    }

    private static List<KeyValuePair<string, string>> Parameters(ListObjectsQuery query) => Given(
        ("list-type", "2"), ("encoding-type", "url"), ("max-keys", Number(query.MaxKeys)), ("prefix", query.Prefix), ("delimiter", query.Delimiter),
        ("continuation-token", query.ContinuationToken), ("start-after", query.StartAfter));

    private static List<KeyValuePair<string, string>> Given(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        List<KeyValuePair<string, string>> given = [];
        foreach (var (name, value) in parameters)
            if (!string.IsNullOrEmpty(value))
                given.Add(new(name, value));
        return given;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
