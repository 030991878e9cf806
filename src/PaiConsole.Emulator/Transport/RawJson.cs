using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaiConsole.Emulator.Transport;

/// <summary>A piece of JSON that was rendered once and is copied into every answer that shows it: lists echo the same request again and again.</summary>
[JsonConverter(typeof(Writer))]
internal sealed class RawJson(JsonElement element)
{
    private readonly byte[] _octets = JsonSerializer.SerializeToUtf8Bytes(element, WireJson.Wire);

    /// <summary>Null for null.</summary>
    public static RawJson? Of(JsonElement? element) => element is { } known ? new(known) : null;

    private sealed class Writer : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only written.");

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value._octets, skipInputValidation: true);
    }
}
