using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace PaiConsole.Cloud.Transport.Json;

/// <summary>
/// Reads an answer whose shape may have drifted. A node of a shape nobody expected (an object where a list was documented) is dropped and the
/// rest is read again, so that one odd field costs that field and not the page it is on.
/// </summary>
internal static class LenientReader
{
    private const int MostDrops = 100;

    /// <exception cref="JsonException">Not JSON, or not an object.</exception>
    internal static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        JsonException? oddity;
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException exception)
        {
            oddity = exception;
        }

        var root = JsonNode.Parse(json) as JsonObject ?? throw oddity;
        for (var drop = 0; drop < MostDrops; drop++)
        {
            if (!Drop(root, oddity.Path))
                throw oddity;
            try
            {
                return root.Deserialize(type) ?? throw oddity;
            }
            catch (JsonException exception)
            {
                oddity = exception;
            }
        }

        throw oddity;
    }

    private static bool Drop(JsonNode root, string? path)
    {
        var steps = Steps(path ?? "").ToList();
        if (steps.Count == 0)
            return false;

        var parent = steps.SkipLast(1).Aggregate((JsonNode?)root, Step);
        switch (parent)
        {
            case JsonObject parentObject:
                return parentObject.Remove(steps[^1]);
            case JsonArray array when int.TryParse(steps[^1], CultureInfo.InvariantCulture, out var index) && index < array.Count:
                array.RemoveAt(index);
                return true;
            default:
                return false;
        }
    }

    private static JsonNode? Step(JsonNode? node, string step) => node switch
    {
        JsonObject parent => parent[step],
        JsonArray array when int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index < array.Count => array[index],
        _ => null,
    };

    // Paths look like $.Jobs[3].Settings['odd.key'].
    private static IEnumerable<string> Steps(string path)
    {
        for (var at = 1; at < path.Length;)
        {
            string closing = path[at] == '.' ? "" : path.AsSpan(at).StartsWith("['") ? "']" : "]";
            var start = at + (closing.Length == 2 ? 2 : 1);
            var end = closing.Length == 0 ? path.AsSpan(start).IndexOfAny('.', '[') : path.AsSpan(start).IndexOf(closing, StringComparison.Ordinal);
            end = end < 0 ? path.Length : start + end;
            yield return path[start..end];
            at = Math.Max(end + closing.Length, start);
        }
    }
}
