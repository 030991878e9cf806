using System.Globalization;

namespace PaiConsole.Emulator.Oss;

/// <summary>HEAD of an object.</summary>
internal sealed class HeadObject : IOssOperation
{
    public string Name => nameof(HeadObject);

    public bool Means(OssCall call) => call is { Method: "HEAD", Key.Length: > 0 };

    public OssAnswer Handle(OssCall call, World.World world, OssBody body) => OssAnswer.About(call.NeedObject(world));
}

/// <summary>GET of an object, whole or a range of it.</summary>
internal sealed class GetObject : IOssOperation
{
    public string Name => nameof(GetObject);

    public bool Means(OssCall call) => call is { Method: "GET", Key.Length: > 0 };

    public OssAnswer Handle(OssCall call, World.World world, OssBody body)
    {
        var stored = call.NeedObject(world);
        var asked = call.Header("range");
        if (asked is null)
            return OssAnswer.About(stored);
        if (ByteRange.Parse(asked, stored.Size) is { } part)
        {
            var answer = OssAnswer.About(stored, 206) with { Part = part };
            answer.Headers["Content-Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes {part.From}-{part.From + part.Length - 1}/{stored.Size}");
            return answer;
        }

        // OSS answers a range that it cannot give with the whole object, unless it is told to keep to the standard.
        return call.Header("x-oss-range-behavior") == "standard"
            ? throw new OssException(416, "InvalidRange", null, "The requested range cannot be satisfied.")
            : OssAnswer.About(stored);
    }
}

/// <summary>PUT of an object.</summary>
internal sealed class PutObject : IOssOperation
{
    public string Name => nameof(PutObject);

    public bool Means(OssCall call) => call is { Method: "PUT", Key.Length: > 0 };

    public OssAnswer Handle(OssCall call, World.World world, OssBody body)
    {
        var bucket = call.Need(world);
        if (call.Header("content-md5") is { Length: > 0 } md5 && md5 != body.Md5)
            throw OssErrors.InvalidDigest();
        StoredObject written = new(call.Key, body.Length, world.Now, body.Octets, call.Header("x-oss-storage-class") ?? bucket.StorageClass, call.Header("content-type"));
        bucket.Put(written);
        return new(200) { Headers = new(StringComparer.OrdinalIgnoreCase) { ["ETag"] = $"\"{written.ETag}\"" } };
    }
}

/// <summary>DELETE of an object; also of one that does not exist.</summary>
internal sealed class DeleteObject : IOssOperation
{
    public string Name => nameof(DeleteObject);

    public bool Means(OssCall call) => call is { Method: "DELETE", Key.Length: > 0 };

    public OssAnswer Handle(OssCall call, World.World world, OssBody body)
    {
        call.Need(world).Delete(call.Key);
        return new(204);
    }
}
