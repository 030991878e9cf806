using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Storage;

/// <summary>A place in OSS, from the URI of a mount or dataset.</summary>
/// <param name="Bucket">Name of the bucket: 3 to 63 lower-case letters, digits and hyphens.</param>
/// <param name="Region">Region id that the URI names, such as <c>cn-shanghai</c>; null where it names none.</param>
/// <param name="Prefix">What keys under it begin with: empty, or ending in a slash.</param>
public sealed partial record OssPlace(string Bucket, string? Region, string Prefix)
{
    private const string Scheme = "oss://";

    /// <summary>The place without an endpoint: <c>oss://bucket/prefix</c>.</summary>
    public string Uri => $"{Scheme}{Bucket}/{Prefix}";

    /// <summary>Whether a URI says that it is in OSS, well formed or not.</summary>
    public static bool IsOss([NotNullWhen(true)] string? uri) => uri?.TrimStart().StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>
    /// Reads <c>oss://bucket/path</c> or <c>oss://bucket.oss-region[-internal].aliyuncs.com/path</c>. Any other host is none: a URI that people
    /// type must not choose where requests go.
    /// </summary>
    public static bool TryParse(string? uri, [NotNullWhen(true)] out OssPlace? place)
    {
        place = null;
        if (!IsOss(uri))
            return false;
        var rest = uri.Trim()[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (Host().Match(slash < 0 ? rest : rest[..slash]) is not { Success: true } host)
            return false;
        var path = slash < 0 ? "" : rest[(slash + 1)..].Trim('/');
        place = new(host.Groups["bucket"].Value, host.Groups["region"] is { Success: true } region ? region.Value : null, path.Length == 0 ? "" : path + "/");
        return true;
    }

    /// <summary>A folder under this one.</summary>
    public OssPlace Under(string relative) => relative.Trim('/') is { Length: > 0 } path ? this with { Prefix = Prefix + path + "/" } : this;

    [GeneratedRegex(@"^(?<bucket>[a-z0-9][a-z0-9-]{1,61}[a-z0-9])(\.oss-(?<region>[a-z]{2,}(-[a-z0-9]+)*?)(-internal)?\.aliyuncs\.com)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Host();
}
