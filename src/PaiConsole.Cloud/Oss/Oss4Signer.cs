using System.Security.Cryptography;
using System.Text;
using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Oss;

/// <summary>OSS4-HMAC-SHA256, the signature of OSS in its fourth version, for requests whose payload is not signed.</summary>
internal static class Oss4Signer
{
    internal const string Algorithm = "OSS4-HMAC-SHA256";
    internal const string Payload = "UNSIGNED-PAYLOAD";
    private const string Terminator = "aliyun_v4_request";

    /// <summary>Signs a request; gives the value of its Authorization header.</summary>
    /// <param name="request">What is signed.</param>
    /// <param name="date"><c>yyyyMMddTHHmmssZ</c>, as in <c>x-oss-date</c>.</param>
    /// <param name="region">Region of the endpoint called.</param>
    /// <param name="accessKeyId">Id of the key.</param>
    /// <param name="accessKeySecret">Secret of the key; the signing key is derived from it for one day, region and product.</param>
    internal static string Authorization(Oss4Request request, string date, string region, string accessKeyId, string accessKeySecret)
    {
        var scope = $"{date[..8]}/{region}/oss/{Terminator}";
        var canonical = Canonical(request);
        var stringToSign = $"{Algorithm}\n{date}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Encoding.UTF8.GetBytes("aliyun_v4" + accessKeySecret);
        foreach (var part in (string[])[date[..8], region, "oss", Terminator])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
        return $"{Algorithm} Credential={accessKeyId}/{scope},Signature={signature}";
    }

    /// <summary>The text whose hash is signed: always with the bucket in the path, wherever it is in the URL.</summary>
    private static string Canonical(Oss4Request request)
    {
        var query = request.Query
            .Select(pair => (Name: Rfc3986.Encode(pair.Key), Value: Rfc3986.Encode(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => pair.Value.Length == 0 ? pair.Name : $"{pair.Name}={pair.Value}");
        var headers = request.Headers
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.Trim()))
            .Where(header => header.Name is "content-type" or "content-md5" || header.Name.StartsWith("x-oss-", StringComparison.Ordinal))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{header.Value}\n");
        return $"{request.Method}\n{request.Resource}\n{string.Join('&', query)}\n{string.Concat(headers)}\n\n{Payload}";
    }
}

/// <summary>What is signed of a request.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Resource"><c>/</c>, <c>/bucket/</c> or <c>/bucket/key</c>, percent-encoded but for its slashes.</param>
/// <param name="Query">Parameters, not encoded.</param>
/// <param name="Headers">Headers sent; content-type, content-md5 and every x-oss- header of them are signed.</param>
internal sealed record Oss4Request(
    string Method, string Resource, IReadOnlyList<KeyValuePair<string, string>> Query, IEnumerable<KeyValuePair<string, string>> Headers);
