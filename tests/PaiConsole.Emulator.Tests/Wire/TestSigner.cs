using System.Security.Cryptography;
using System.Text;

namespace PaiConsole.Emulator.Tests.Wire;

/// <summary>Signs requests as the documentation says; written apart from both the console's signer and the emulator's verifier.</summary>
internal static class TestSigner
{
    public static HttpRequestMessage Sign(
        HttpMethod method, string baseUrl, string path, IEnumerable<KeyValuePair<string, string>> query, string? json, string action, string version,
        string keyId = "emulator", string secret = "emulator", DateTimeOffset? date = null, string? nonce = null, string? securityToken = null)
    {
        var pairs = query.Select(p => Enc(p.Key) + "=" + Enc(p.Value)).Order(StringComparer.Ordinal).ToArray();
        Uri uri = new(baseUrl + path + (pairs.Length > 0 ? "?" + string.Join('&', pairs) : ""));
        var body = Encoding.UTF8.GetBytes(json ?? "");
        SortedDictionary<string, string> headers = new(StringComparer.Ordinal)
        {
            ["host"] = uri.Authority,
            ["x-acs-action"] = action,
            ["x-acs-version"] = version,
            ["x-acs-date"] = (date ?? TimeProvider.System.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            ["x-acs-signature-nonce"] = nonce ?? Guid.NewGuid().ToString("N"),
            ["x-acs-content-sha256"] = Hex(SHA256.HashData(body)),
        };
        if (json is not null)
            headers["content-type"] = "application/json; charset=utf-8";
        if (securityToken is not null)
            (headers["x-acs-accesskey-id"], headers["x-acs-security-token"]) = (keyId, securityToken);

        var names = string.Join(';', headers.Keys);
        var canonical = new StringBuilder().Append(method).Append('\n').Append(path).Append('\n').Append(string.Join('&', pairs)).Append('\n');
        foreach (var (name, value) in headers)
            canonical.Append(name).Append(':').Append(value.Trim()).Append('\n');
        canonical.Append('\n').Append(names).Append('\n').Append(headers["x-acs-content-sha256"]);
        var toSign = "ACS3-HMAC-SHA256\n" + Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
        var signature = Hex(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(toSign)));

        HttpRequestMessage request = new(method, uri);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("content-type", headers["content-type"]);
        }

        foreach (var (name, value) in headers.Where(h => h.Key.StartsWith("x-acs", StringComparison.Ordinal)))
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("accept", "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", $"ACS3-HMAC-SHA256 Credential={keyId},SignedHeaders={names},Signature={signature}");
        return request;
    }

    private static string Hex(byte[] octets) => Convert.ToHexString(octets).ToLowerInvariant();

    // .NET's escaping is RFC 3986 except that it is not asked here to know anything of the emulator's own encoder.
    private static string Enc(string text) => Uri.EscapeDataString(text);
}
