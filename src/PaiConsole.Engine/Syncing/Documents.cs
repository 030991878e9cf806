using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaiConsole.Engine.Syncing;

/// <summary>How Domain records are kept as JSON documents in the database.</summary>
internal static class Documents
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static T Read<T>(string document) where T : class =>
        JsonSerializer.Deserialize<T>(document, Options) ?? throw new JsonException("The stored document is null.");
}
