using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaiConsole.Engine.Operations;

/// <summary>A request as people read it: the wire's names, indented, nulls left out.</summary>
internal static class RequestText
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
