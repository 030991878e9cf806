using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PaiConsole.Cloud.Transport.Json;

// How single query parameters are written that are not plain scalars. They are never read.

internal abstract class QueryForm<T> : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A query is only written.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));

    protected abstract string Text(T value);
}

/// <summary>Values joined by commas.</summary>
internal sealed class Csv : QueryForm<IReadOnlyList<string>>
{
    protected override string Text(IReadOnlyList<string> value) => string.Join(',', value);
}

/// <summary>A map as <c>key=value</c> pairs joined by commas.</summary>
internal sealed class Pairs : QueryForm<IReadOnlyDictionary<string, string>>
{
    protected override string Text(IReadOnlyDictionary<string, string> value) => string.Join(',', value.Select(pair => $"{pair.Key}={pair.Value}"));
}

/// <summary>A map as a JSON document inside one parameter.</summary>
internal sealed class JsonInString : QueryForm<IReadOnlyDictionary<string, string>>
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(IReadOnlyDictionary<string, string> value) =>
        new JsonObject(value.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))).ToJsonString(Plain);

    protected override string Text(IReadOnlyDictionary<string, string> value) => Write(value);
}

/// <summary>Times in the log and event filters of EAS: no zone, UTC.</summary>
internal sealed class EasTime : QueryForm<DateTimeOffset?>
{
    protected override string Text(DateTimeOffset? value) => value is { } time ? WireTime.Format(time, "yyyy-MM-dd HH:mm:ss") : "";
}
