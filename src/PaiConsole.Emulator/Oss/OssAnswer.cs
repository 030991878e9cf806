using System.Globalization;
using System.Xml.Linq;

namespace PaiConsole.Emulator.Oss;

/// <summary>What an operation answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">XML; null for none.</param>
internal sealed record OssAnswer(int Status = 200, XElement? Body = null)
{
    /// <summary>Headers of this answer.</summary>
    public Dictionary<string, string> Headers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Object whose octets are the body.</summary>
    public StoredObject? Object { get; init; }

    /// <summary>First octet and number of octets to send of <see cref="Object"/>.</summary>
    public (long From, long Length) Part { get; init; }

    /// <summary>An answer about an object, with the headers that tell of it.</summary>
    public static OssAnswer About(StoredObject stored, int status = 200) => new(status)
    {
        Headers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["ETag"] = $"\"{stored.ETag}\"",
            ["Last-Modified"] = stored.Modified.ToString("R", CultureInfo.InvariantCulture),
            ["Content-Type"] = stored.ContentType,
            ["Accept-Ranges"] = "bytes",
            ["x-oss-object-type"] = stored.Type,
            ["x-oss-storage-class"] = stored.StorageClass,
        },
        Object = stored,
        Part = (0, stored.Size),
    };
}
