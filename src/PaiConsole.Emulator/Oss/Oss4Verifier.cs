using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Oss;

/// <summary>What is signed of a request.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Resource"><c>/</c>, <c>/bucket/</c> or <c>/bucket/key</c>, not encoded, however it was addressed.</param>
/// <param name="Query">Decoded query.</param>
/// <param name="Headers">Every header by lower-case name.</param>
internal sealed record Oss4Request(string Method, string Resource, WireQuery Query, IReadOnlyDictionary<string, string> Headers);

/// <summary>
/// Checks OSS4-HMAC-SHA256 in the Authorization header: the scope's key, the date within 15 minutes of the real clock, and the signature over
/// resource, query, content-type, content-md5, every x-oss- header and the additional headers named.
/// </summary>
internal sealed class Oss4Verifier(string accessKeyId, string secret, TimeProvider time)
{
    public const string Algorithm = "OSS4-HMAC-SHA256";
    private const string Request = "aliyun_v4_request";
    private const string Unsigned = "UNSIGNED-PAYLOAD";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Returns the region of the scope when the request is authentic.</summary>
    /// <exception cref="OssException">It is not; the code says why.</exception>
    public string Verify(Oss4Request request)
    {
        if (!request.Headers.TryGetValue("authorization", out var header))
            throw OssErrors.Anonymous();
        var given = Given.Parse(header);
        if (given.AccessKeyId != accessKeyId)
            throw OssErrors.UnknownKey(given.AccessKeyId);
        if (!request.Headers.TryGetValue("x-oss-content-sha256", out var payload) || payload != Unsigned)
            throw OssErrors.Invalid($"x-oss-content-sha256 must be {Unsigned}.", "x-oss-content-sha256", payload);
        var date = request.Headers.GetValueOrDefault("x-oss-date") ?? "";
        CheckDate(date, given.Date);
        foreach (var name in given.Additional)
            if (!request.Headers.ContainsKey(name))
                throw OssErrors.Invalid("An additional header that is named was not sent.", "AdditionalHeaders", name);

        var canonical = Canonical(request, given.Additional);
        var toSign = string.Join('\n', Algorithm, date, $"{given.Date}/{given.Region}/oss/{Request}", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var expected = Convert.ToHexStringLower(Hmac(SigningKey(given.Date, given.Region), toSign));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(given.Signature)))
            throw OssErrors.Mismatch(given.AccessKeyId, given.Signature, toSign, canonical);
        return given.Region;
    }

    /// <summary>The text whose hash is signed.</summary>
    internal static string Canonical(Oss4Request request, IReadOnlyList<string> additional)
    {
        var resource = string.Join('/', request.Resource.Split('/').Select(Rfc3986.Encode));
        // A parameter without a value stands without an equals sign, even where the URL has one.
        var query = string.Join('&', request.Query.Pairs
            .Select(p => (Key: Rfc3986.Encode(p.Key), Value: Rfc3986.Encode(p.Value)))
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => p.Value.Length == 0 ? p.Key : p.Key + "=" + p.Value));
        var headers = string.Concat(request.Headers
            .Where(h => h.Key is "content-type" or "content-md5" || h.Key.StartsWith("x-oss-", StringComparison.Ordinal) || additional.Contains(h.Key, StringComparer.Ordinal))
            .OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => h.Key + ":" + h.Value.Trim() + "\n"));
        return string.Join('\n', request.Method, resource, query, headers, string.Join(';', additional), request.Headers["x-oss-content-sha256"]);
    }

    private byte[] SigningKey(string date, string region) => Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("aliyun_v4" + secret), date), region), "oss"), Request);

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private void CheckDate(string date, string scope)
    {
        if (!DateTimeOffset.TryParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) || !date.StartsWith(scope, StringComparison.Ordinal))
            throw OssErrors.Invalid("x-oss-date must be an ISO 8601 time of the day in the credential.", "x-oss-date", date);
        if ((time.GetUtcNow() - at).Duration() > Window)
            throw OssErrors.Skewed(at, time.GetUtcNow());
    }

    private sealed record Given(string AccessKeyId, string Date, string Region, IReadOnlyList<string> Additional, string Signature)
    {
        public static Given Parse(string header)
        {
            if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
                throw OssErrors.Invalid($"Only {Algorithm} is understood here.", "Authorization", header.Split(' ')[0]);
            var parts = header[(Algorithm.Length + 1)..].Split(',', StringSplitOptions.TrimEntries)
                .Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToLookup(p => p[0], p => p[1], StringComparer.Ordinal);
            var scope = (parts["Credential"].FirstOrDefault() ?? "").Split('/');
            if (scope is not [{ Length: > 0 } id, { Length: 8 } date, { Length: > 0 } region, "oss", Request])
                throw OssErrors.Invalid("The credential must be key/date/region/oss/aliyun_v4_request.", "Credential", string.Join('/', scope));
            if (parts["Signature"].FirstOrDefault() is not { Length: > 0 } signature)
                throw OssErrors.Invalid("The Authorization header has no signature.", "Authorization", "");
            string[] additional = parts["AdditionalHeaders"].FirstOrDefault()?.Split(';') ?? [];
            if (additional.Any(n => n.Length == 0 || n != n.ToLowerInvariant()) || !additional.SequenceEqual(additional.Order(StringComparer.Ordinal)))
                throw OssErrors.Invalid("Additional headers must be lower-case and in order, and none empty.", "AdditionalHeaders", string.Join(';', additional));
            return new(id, date, region, additional, signature);
        }
    }
}
