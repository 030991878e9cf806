using System.Globalization;
using System.Security.Cryptography;

namespace PaiConsole.Emulator.Oss;

/// <summary>One object of a bucket.</summary>
internal sealed class StoredObject
{
    // OSS names an object of several parts after the parts; a client that sends many GB sends parts of 100 MiB.
    private const long PartSize = 104_857_600;

    public StoredObject(string key, long size, DateTimeOffset modified, ReadOnlyMemory<byte>? content, string storageClass, string? contentType = null)
    {
        (Key, Size, Modified, Content, StorageClass) = (key, size, modified, content, storageClass);
        ContentType = contentType ?? "application/octet-stream";
        ETag = content is { } octets
            ? Convert.ToHexString(MD5.HashData(octets.Span))
            : string.Create(CultureInfo.InvariantCulture, $"{Signal.Hash(key, size):X16}{Signal.Hash(key, modified.ToUnixTimeSeconds()):X16}-{Math.Max(1, (size + PartSize - 1) / PartSize)}");
    }

    public string Key { get; }

    /// <summary>Octets.</summary>
    public long Size { get; }

    /// <summary>World time of the last write.</summary>
    public DateTimeOffset Modified { get; }

    /// <summary>The octets; null where only their number is known, as with weights of many GB.</summary>
    public ReadOnlyMemory<byte>? Content { get; }

    /// <summary>Upper-case hex, without quotes: MD5 of the content, or what a write in parts would have left.</summary>
    public string ETag { get; }

    /// <summary><c>Standard</c>, <c>IA</c>, <c>Archive</c>, …</summary>
    public string StorageClass { get; }

    public string ContentType { get; }

    /// <summary>How the object came to be: <c>Normal</c> at once, <c>Multipart</c> in parts.</summary>
    public string Type => Content is null ? "Multipart" : "Normal";
}
