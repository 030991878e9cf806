using System.Globalization;
using System.Net.Http.Headers;
using System.Xml;
using System.Xml.Linq;
using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Oss;

/// <summary>Reads OSS's answers: no document types, no entities, nothing fetched.</summary>
internal static class OssXml
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The root of an answer, or the fault that it means.</summary>
    internal static XElement Root(PaiCall call, string name, int status, HttpResponseHeaders headers, ReadOnlyMemory<byte> body)
    {
        if (status is < 200 or > 299)
            throw AnswerReader.Refusal(call, status, headers, ErrorBody.Parse(body));
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), Settings);
            if (XDocument.Load(reader).Root is { } root && root.Name.LocalName == name)
                return root;
        }
        catch (XmlException exception)
        {
            throw AnswerReader.Fault(call, PaiErrorCodes.InvalidAnswer, $"The answer is not the XML it should be: {exception.Message}", exception, status, RequestId(headers));
        }

        throw AnswerReader.Fault(call, PaiErrorCodes.InvalidAnswer, $"The answer has no {name}.", null, status, RequestId(headers));
    }

    internal static string? RequestId(HttpResponseHeaders headers) => AnswerReader.Header(headers, "x-oss-request-id");

    internal static IEnumerable<XElement> All(this XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    internal static string? Text(this XElement parent, string name) => parent.All(name).FirstOrDefault()?.Value is { Length: > 0 } text ? text : null;

    internal static bool Flag(this XElement parent, string name) => string.Equals(parent.Text(name), "true", StringComparison.OrdinalIgnoreCase);

    internal static long? Number(this XElement parent, string name) =>
        long.TryParse(parent.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static DateTimeOffset? Time(this XElement parent, string name) =>
        DateTimeOffset.TryParse(parent.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
