using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace PaiConsole.Cloud.Transport;

/// <summary>What an error answer says, in JSON or XML, in either casing.</summary>
internal sealed record ErrorBody(string? Code, string? Message, string? RequestId)
{
    /// <summary>Where OSS says that the bucket is, when it was looked for in another region.</summary>
    internal string? Endpoint { get; init; }

    private static readonly ErrorBody Nothing = new(null, null, null);

    internal static ErrorBody Parse(ReadOnlyMemory<byte> body)
    {
        var start = body.Span.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        if (start < 0)
            return Nothing;
        try
        {
            return body.Span[start] switch
            {
                (byte)'{' => ParseJson(body),
                (byte)'<' => ParseXml(body),
                _ => Nothing,
            };
        }
        catch (Exception exception) when (exception is JsonException or XmlException or InvalidOperationException)
        {
            return Nothing;
        }
    }

    private static ErrorBody ParseJson(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        string? Field(string upper, string lower) =>
            root.TryGetProperty(upper, out var value) || root.TryGetProperty(lower, out value)
                ? value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString(),
                    JsonValueKind.Null => null,
                    _ => value.GetRawText(),
                }
                : null;
        return new ErrorBody(Field("Code", "code"), Field("Message", "message") ?? Field("Description", "description"), Field("RequestId", "requestId"));
    }

    private static ErrorBody ParseXml(ReadOnlyMemory<byte> body)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), settings);
        var root = XDocument.Load(reader).Root;
        if (root?.Name.LocalName != "Error")
            return Nothing;
        string? Field(string name) =>
            root.Elements().FirstOrDefault(element => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))?.Value;
        return new ErrorBody(Field("Code"), Field("Message") ?? Field("Description"), Field("RequestId")) { Endpoint = Field("Endpoint") };
    }
}
