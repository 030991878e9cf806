using System.Buffers;
using System.Security.Cryptography;

namespace PaiConsole.Emulator.Oss;

/// <summary>Bodies, in and out, of any size.</summary>
internal static class OssBodies
{
    // What is larger keeps its size alone.
    private const int MostKept = 4 * 1024 * 1024;
    private const int Block = 64 * 1024;

    /// <summary>Reads a body to its end.</summary>
    public static async Task<OssBody> ReadAsync(Stream from, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using MemoryStream kept = new();
        var block = ArrayPool<byte>.Shared.Rent(Block);
        long length = 0;
        for (int read; (read = await from.ReadAsync(block, cancellationToken)) > 0;)
        {
            hash.AppendData(block, 0, read);
            length += read;
            if (length <= MostKept)
                kept.Write(block, 0, read);
        }

        ArrayPool<byte>.Shared.Return(block);
        return new(length, length <= MostKept ? kept.ToArray() : null, Convert.ToBase64String(hash.GetHashAndReset()));
    }

    /// <summary>Sends an answer or a refusal.</summary>
    public static async Task WriteAsync(OssCall call, OssAnswer? answer, OssException? refusal)
    {
        var response = call.Context.Response;
        var aborted = call.Context.RequestAborted;
        response.StatusCode = refusal?.Status ?? answer!.Status;
        response.Headers.Server = "AliyunOSS";
        response.Headers["x-oss-request-id"] = call.RequestId;
        if (refusal?.Ec is { } ec)
            response.Headers["x-oss-ec"] = ec;
        foreach (var (name, value) in answer?.Headers ?? [])
            response.Headers[name] = value;
        if (answer?.Object is { } stored && refusal is null)
        {
            response.ContentLength = answer.Part.Length;
            if (call.Method != "HEAD")
                await SendAsync(stored, answer.Part, response.Body, aborted);
            return;
        }

        var body = refusal is not null ? OssXml.Write(refusal, call.RequestId, call.Context.Request.Host.Value ?? "") : answer!.Body is { } root ? OssXml.Write(root) : [];
        if (call.Method == "HEAD")
        {
            // An answer to HEAD has no body: what it would say is in a header.
            response.Headers["x-oss-err"] = Convert.ToBase64String(body);
            return;
        }

        if (response.StatusCode == 204)
            return;
        response.ContentLength = body.Length;
        if (body.Length > 0)
        {
            response.ContentType = "application/xml";
            await response.Body.WriteAsync(body, aborted);
        }
    }

    /// <summary>The octets of an object; zeros for one of which only the size is known.</summary>
    private static async Task SendAsync(StoredObject stored, (long From, long Length) part, Stream to, CancellationToken aborted)
    {
        if (stored.Content is { } content)
        {
            await to.WriteAsync(content.Slice((int)part.From, (int)part.Length), aborted);
            return;
        }

        var zeros = new byte[Block];
        for (var left = part.Length; left > 0; left -= Math.Min(left, Block))
            await to.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, Block)), aborted);
    }
}
