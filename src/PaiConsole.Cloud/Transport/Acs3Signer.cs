using System.Security.Cryptography;
using System.Text;

namespace PaiConsole.Cloud.Transport;

/// <summary>ACS3-HMAC-SHA256, the signature of every API of the cloud.</summary>
internal static class Acs3Signer
{
    internal const string Algorithm = "ACS3-HMAC-SHA256";

    /// <summary>Hex SHA-256 of a body, as <c>x-acs-content-sha256</c> wants it.</summary>
    internal static string HashBody(ReadOnlySpan<byte> body) => Hex(SHA256.HashData(body));

    /// <summary>Signs a request.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">The path as sent, percent-encoded.</param>
    /// <param name="query">The parameters, not encoded, in any order.</param>
    /// <param name="headers">The headers sent; of them <c>host</c>, <c>content-type</c> and every <c>x-acs-*</c> are signed.</param>
    /// <param name="bodyHash">What <see cref="HashBody"/> gave.</param>
    /// <param name="accessKeyId">Id of the key.</param>
    /// <param name="accessKeySecret">Secret of the key; used directly, without derivation.</param>
    internal static Acs3Signature Sign(
        string method, string path, IEnumerable<KeyValuePair<string, string>> query, IEnumerable<KeyValuePair<string, string>> headers,
        string bodyHash, string accessKeyId, string accessKeySecret)
    {
        var signed = headers
            .Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value.Trim()))
            .Where(header => header.Key is "host" or "content-type" || header.Key.StartsWith("x-acs-", StringComparison.Ordinal))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .ToList();
        var signedNames = string.Join(';', signed.Select(header => header.Key));

        var canonical = new StringBuilder()
            .Append(method).Append('\n')
            .Append(path).Append('\n')
            .Append(WireQuery.Encode(query.OrderBy(pair => pair.Key, StringComparer.Ordinal))).Append('\n');
        foreach (var (name, value) in signed)
            canonical.Append(name).Append(':').Append(value).Append('\n');
        var canonicalRequest = canonical.Append('\n').Append(signedNames).Append('\n').Append(bodyHash).ToString();

        var stringToSign = $"{Algorithm}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)))}";
        var signature = Hex(HMACSHA256.HashData(Encoding.UTF8.GetBytes(accessKeySecret), Encoding.UTF8.GetBytes(stringToSign)));
        return new Acs3Signature(
            canonicalRequest, stringToSign, signature, $"{Algorithm} Credential={accessKeyId},SignedHeaders={signedNames},Signature={signature}");
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}

/// <summary>A signature and the steps that led to it.</summary>
internal sealed record Acs3Signature(string CanonicalRequest, string StringToSign, string Signature, string Authorization)
{
    public override string ToString() => "Acs3Signature { *** }";
}
