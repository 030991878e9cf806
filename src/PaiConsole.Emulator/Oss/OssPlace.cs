using System.Diagnostics.CodeAnalysis;

namespace PaiConsole.Emulator.Oss;

/// <summary>A place in a bucket, from <c>oss://bucket/key</c> or, as PAI writes it, <c>oss://bucket.endpoint/key</c>.</summary>
/// <param name="Bucket">Name of the bucket; it has no dots, so whatever follows one is the endpoint.</param>
/// <param name="Key">Key or prefix, without a leading slash; empty for the whole bucket.</param>
internal sealed record OssPlace(string Bucket, string Key)
{
    private const string Scheme = "oss://";

    /// <summary>False where the text names no place in OSS.</summary>
    public static bool TryParse(string? uri, [NotNullWhen(true)] out OssPlace? place)
    {
        place = null;
        if (uri?.StartsWith(Scheme, StringComparison.Ordinal) != true)
            return false;
        var rest = uri[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? rest : rest[..slash];
        var bucket = host.Split('.')[0];
        if (bucket.Length == 0)
            return false;
        place = new(bucket, slash < 0 ? "" : rest[(slash + 1)..].TrimStart('/'));
        return true;
    }

    /// <summary>As <see cref="TryParse"/> of what must be a place.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static OssPlace Parse(string uri) => TryParse(uri, out var place) ? place : throw new FormatException($"'{uri}' is not a place in OSS.");
}
