using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace PaiConsole.Cloud.Transport;

/// <summary>Query parameters as the cloud flattens them: <c>Key</c>, <c>Key.1</c>, <c>Key.1.Sub</c>, <c>Obj.Field</c>; nulls left out, empty text kept.</summary>
internal static class WireQuery
{
    internal static readonly IReadOnlyList<KeyValuePair<string, string>> None = [];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static IReadOnlyList<KeyValuePair<string, string>> From<T>(T query, JsonTypeInfo<T> type) => Flatten(JsonSerializer.SerializeToNode(query, type));

    internal static IReadOnlyList<KeyValuePair<string, string>> Flatten(JsonNode? node)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        Flatten(node, "", pairs);
        return pairs;
    }

    /// <summary>The query string, RFC 3986-encoded, without the question mark.</summary>
    internal static string Encode(IEnumerable<KeyValuePair<string, string>> query) =>
        string.Join('&', query.Select(pair => $"{Rfc3986.Encode(pair.Key)}={Rfc3986.Encode(pair.Value)}"));

    private static void Flatten(JsonNode? node, string key, List<KeyValuePair<string, string>> pairs)
    {
        string Under(object name) => key.Length == 0 ? $"{name}" : $"{key}.{name}";
        switch (node)
        {
            case null:
                break;
            case JsonObject fields:
                foreach (var (name, value) in fields)
                    Flatten(value, Under(name), pairs);
                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                    Flatten(items[index], Under(index + 1), pairs);
                break;
            default:
                pairs.Add(KeyValuePair.Create(key, node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString(Plain)));
                break;
        }
    }
}
