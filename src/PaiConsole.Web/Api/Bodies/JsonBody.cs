using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PaiConsole.Web.Api.Bodies;

/// <summary>Reads request bodies strictly.</summary>
internal static class JsonBody
{
    /// <summary>No body is larger: a spec is a few kilobytes.</summary>
    public const int Largest = 256 * 1024;

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    private static readonly JsonDocumentOptions _document = new() { MaxDepth = 32 };

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body as <typeparamref name="T"/>.</summary>
    /// <exception cref="ApiProblem">It is too large, not JSON, or does not have the shape; with every fault at once.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw new ApiProblem(StatusCodes.Status415UnsupportedMediaType, "Content type not understood", "The body is application/json.");
        using var document = Parse(await BytesAsync(request));
        if (BodyShape.Faults(document.RootElement, _options.GetTypeInfo(typeof(T))) is { Count: > 0 } faults)
            throw ApiProblem.BadRequest(faults);
        return document.RootElement.Deserialize<T>(_options)!;
    }

    /// <summary>The body as text, such as a manifest.</summary>
    /// <exception cref="ApiProblem">It is too large or not UTF-8.</exception>
    public static async Task<string> TextAsync(HttpRequest request)
    {
        var bytes = await BytesAsync(request);
        try
        {
            return _utf8.GetString(bytes);
        }
        catch (ArgumentException)
        {
            throw ApiProblem.BadRequest("The body is not UTF-8 text.");
        }
    }

    /// <summary>Refuses a body where none is expected; an empty object passes.</summary>
    /// <exception cref="ApiProblem">There is one.</exception>
    public static async Task DemandNoneAsync(HttpRequest request)
    {
        var bytes = await BytesAsync(request);
        if (bytes.Length == 0)
            return;
        using var document = Parse(bytes);
        if (document.RootElement is not { ValueKind: JsonValueKind.Object } body || body.EnumerateObject().Any())
            throw ApiProblem.BadRequest("This command takes no body.");
    }

    private static JsonDocument Parse(byte[] bytes)
    {
        if (bytes.Length == 0)
            throw ApiProblem.BadRequest("The body is empty; a JSON object is expected.");
        try
        {
            return JsonDocument.Parse(bytes, _document);
        }
        catch (JsonException fault)
        {
            throw ApiProblem.BadRequest($"The body is not JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1} cannot be read.");
        }
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        // Counted while reading: a length that is announced may be wrong or missing.
        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > Largest)
                throw new ApiProblem(StatusCodes.Status413PayloadTooLarge, "Too large", $"A body has at most {Largest / 1024} KB.");
            body.Write(piece, 0, read);
        }
        return body.ToArray();
    }
}
