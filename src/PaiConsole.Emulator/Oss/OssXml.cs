using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PaiConsole.Emulator.Oss;

/// <summary>How OSS writes answers.</summary>
internal static class OssXml
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false };

    /// <summary>An answer's octets.</summary>
    public static byte[] Write(XElement root)
    {
        using MemoryStream into = new();
        using (var writer = XmlWriter.Create(into, Settings))
            root.Save(writer);
        return into.ToArray();
    }

    /// <summary>The body of a refusal.</summary>
    public static byte[] Write(OssException error, string requestId, string host)
    {
        XElement root = new("Error", new XElement("Code", error.Code), new XElement("Message", error.Message), new XElement("RequestId", requestId), new XElement("HostId", host));
        root.Add(error.Details.Select(d => new XElement(d.Key, d.Value)));
        if (error.Ec is { } ec)
            root.Add(new XElement("EC", ec), new XElement("RecommendDoc", $"https://api.aliyun.com/troubleshoot?q={ec}"));
        return Write(root);
    }

    /// <summary>UTC with milliseconds, as lists have it.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A key in a list, percent-encoded whole (the slash too) where <c>encoding-type=url</c> was asked for.</summary>
    public static string Name(string name, bool encoded) => encoded ? Uri.EscapeDataString(name) : name;
}
