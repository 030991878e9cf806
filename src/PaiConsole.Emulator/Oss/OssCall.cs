using Microsoft.AspNetCore.Http.Features;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Oss;

/// <summary>One request to OSS: what is meant, from the host or the path.</summary>
internal sealed class OssCall
{
    private const string Endpoint = ".oss-";

    private OssCall(HttpContext context, string rawQuery, string? bucket, string key)
    {
        (Context, Bucket, Key) = (context, bucket, key);
        Query = WireQuery.Parse(rawQuery);
    }

    public HttpContext Context { get; }

    public string RequestId { get; } = Convert.ToHexString(Guid.NewGuid().ToByteArray())[..24];

    /// <summary>Bucket meant; null for the service itself.</summary>
    public string? Bucket { get; }

    /// <summary>Decoded key; empty for the bucket itself.</summary>
    public string Key { get; }

    public WireQuery Query { get; }

    public string Method => Context.Request.Method;

    /// <summary>Region that the signature is for: the endpoint that the caller believes to speak to. Set when verified.</summary>
    public string Region { get; set; } = "";

    /// <summary>True where the query has this parameter, with or without a value.</summary>
    public bool Has(string parameter) => Query.Pairs.Any(p => p.Key == parameter);

    public string? Header(string name) => Context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>
    /// The bucket is the first label of a host such as <c>bucket.oss-cn-shanghai.aliyuncs.com</c> or <c>bucket.localhost</c>, as the real service has it;
    /// otherwise the first part of the path, which clients use for addresses without names.
    /// </summary>
    public static OssCall Of(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(mark < 0 ? target : target[..mark]).TrimStart('/');
        var query = mark < 0 ? "" : target[(mark + 1)..];
        var host = context.Request.Host.Host;
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && (host[dot..].StartsWith(Endpoint, StringComparison.OrdinalIgnoreCase) || host[dot..].Equals(".localhost", StringComparison.OrdinalIgnoreCase)))
            return new(context, query, host[..dot], path);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return path.Length == 0
            ? new(context, query, null, "")
            : new(context, query, slash < 0 ? path : path[..slash], slash < 0 ? "" : path[(slash + 1)..]);
    }
}
