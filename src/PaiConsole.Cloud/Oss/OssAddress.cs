using System.Text.RegularExpressions;
using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Oss;

/// <summary>Which host a bucket is called at. The parts are checked: whoever names a bucket must not choose the host.</summary>
internal static partial class OssAddress
{
    /// <summary>A call of a bucket or, with a key, of an object.</summary>
    /// <exception cref="ArgumentException">Bucket, region or key cannot be one.</exception>
    internal static OssCall Call(string action, OssBucket bucket, string region, string key, PaiCloudOptions options)
    {
        if (!bucket.IsValid)
            throw new ArgumentException($"'{bucket.Name}' cannot be the name of a bucket.", nameof(bucket));
        if (!Endpoints.IsRegion(region))
            throw new ArgumentException($"'{region}' is not a region id.", nameof(region));
        // A server or proxy may resolve dot segments, and then it is about another key.
        if (key.Split('/') is var parts && (parts.Contains(".", StringComparer.Ordinal) || parts.Contains("..", StringComparer.Ordinal)))
            throw new ArgumentException($"'{key}' has a dot segment.", nameof(key));
        var path = "/" + string.Join('/', parts.Select(Rfc3986.Encode));
        return At(new OssCall(action, path, $"/{bucket.Name}{path}", region), bucket.Name + ".", options);
    }

    /// <summary>A call of the service itself.</summary>
    internal static OssCall Call(string action, PaiCloudOptions options) => At(new OssCall(action, "/", "/", options.Region), "", options);

    /// <summary>Region of a host that OSS named; null where it is none of OSS's hosts.</summary>
    internal static string? RegionOf(string? host) => host is not null && Host().Match(host) is { Success: true } match ? match.Groups["region"].Value : null;

    private static OssCall At(OssCall call, string label, PaiCloudOptions options)
    {
        var configured = Endpoints.Configured(PaiProduct.Oss, options);
        if (configured?.IsLoopback == true)
            return call with { Endpoint = configured, HostHeader = label + Endpoints.OssHost(call.Region, options), IsRead = true, IsIdempotent = true };
        // A configured host is that of the client's own region; a bucket elsewhere is called at its own.
        var host = configured is not null && call.Region == options.Region ? configured.Authority : Endpoints.OssHost(call.Region, options);
        return call with { Endpoint = new Uri($"https://{label}{host}"), IsRead = true, IsIdempotent = true };
    }

    [GeneratedRegex(@"^oss-(?<region>[a-z]{2,}(-[a-z0-9]+)*?)(-internal)?\.aliyuncs\.com$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Host();
}
