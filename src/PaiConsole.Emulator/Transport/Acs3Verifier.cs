using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PaiConsole.Emulator.Transport;

/// <summary>What the verifier needs of a request, exactly as it was sent.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="RawPath">Path as sent, still percent-encoded.</param>
/// <param name="Query">Decoded query.</param>
/// <param name="Header">Header by lower-case name; null where absent.</param>
/// <param name="Body">Body octets.</param>
internal sealed record SignedRequest(string Method, string RawPath, WireQuery Query, Func<string, string?> Header, ReadOnlyMemory<byte> Body);

/// <summary>Checks ACS3-HMAC-SHA256: signature over the headers named in SignedHeaders, date within 15 minutes of the real clock, each nonce once.</summary>
internal sealed class Acs3Verifier(string accessKeyId, string secret, TimeProvider time)
{
    public const string Algorithm = "ACS3-HMAC-SHA256";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly string[] MustBeSigned = ["host", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"];
    private readonly NonceMemory _nonces = new(Window);

    /// <summary>Returns when the request is authentic.</summary>
    /// <exception cref="WireException">It is not; the code says why.</exception>
    public void Verify(SignedRequest request)
    {
        var authorization = Authorization.Parse(request.Header("authorization"));
        if (authorization.Credential != accessKeyId)
            throw WireError.Gateway(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");

        foreach (var name in MustBeSigned)
        {
            if (string.IsNullOrEmpty(request.Header(name)))
                throw Missing(name);
            if (!authorization.SignedHeaders.Contains(name, StringComparer.Ordinal))
                throw Mismatch($"Header {name} must be signed.");
        }

        CheckDate(request.Header("x-acs-date")!);
        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Body.Span));
        if (!string.Equals(request.Header("x-acs-content-sha256"), hash, StringComparison.OrdinalIgnoreCase))
            throw Mismatch("x-acs-content-sha256 is not the hash of the body.");

        var canonical = CanonicalRequest(request, authorization.SignedHeaders, hash);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(canonical)), Encoding.UTF8.GetBytes(authorization.Signature)))
            throw Mismatch("Specified signature is not matched with our calculation. The server's canonical request is: " + canonical);

        if (!_nonces.TryAdd(request.Header("x-acs-signature-nonce")!, time.GetUtcNow()))
            throw WireError.Gateway(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }

    /// <summary>The text whose hash is signed.</summary>
    internal static string CanonicalRequest(SignedRequest request, IReadOnlyList<string> signedHeaders, string bodyHash)
    {
        // Clients may leave !'()* unescaped in the URL: what was decoded is encoded again.
        var query = string.Join('&', request.Query.Pairs
            .Select(p => (Key: Rfc3986.Encode(p.Key), Value: Rfc3986.Encode(p.Value)))
            .OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal)
            .Select(p => p.Key + "=" + p.Value));
        var headers = string.Concat(signedHeaders.Select(name => name + ":" + request.Header(name)?.Trim() + "\n"));
        return string.Join('\n', request.Method, request.RawPath, query, headers, string.Join(';', signedHeaders), bodyHash);
    }

    /// <summary>Lower-case hex signature of a canonical request.</summary>
    internal string Sign(string canonicalRequest)
    {
        var toSign = Algorithm + "\n" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(toSign)));
    }

    private void CheckDate(string date)
    {
        if (!DateTimeOffset.TryParseExact(date, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            throw WireError.Gateway(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
        if ((time.GetUtcNow() - at).Duration() > Window)
            throw WireError.Gateway(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }

    private static WireException Missing(string name) =>
        WireError.Gateway(400, "MissingParameter", $"{name} is mandatory for this action.");

    private static WireException Mismatch(string message) => WireError.Gateway(400, "SignatureDoesNotMatch", message);

    private readonly record struct Authorization(string Credential, IReadOnlyList<string> SignedHeaders, string Signature)
    {
        public static Authorization Parse(string? header)
        {
            if (string.IsNullOrEmpty(header))
                throw Missing("Authorization");
            var space = header.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || header[..space] != Algorithm)
                throw WireError.Gateway(400, "UnsupportedSignatureAlgorithm", $"Only {Algorithm} is understood here.");
            var parts = header[(space + 1)..].Split(',', StringSplitOptions.TrimEntries)
                .Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToLookup(p => p[0], p => p[1], StringComparer.Ordinal);
            string Part(string name) => parts[name].FirstOrDefault() is { Length: > 0 } value ? value : throw Missing("Authorization " + name);
            return new(Part("Credential"), Part("SignedHeaders").Split(';'), Part("Signature"));
        }
    }
}
