using System.Text.Json;

namespace PaiConsole.Emulator.Transport;

/// <summary>Decoded query (or form) parameters, in the order sent. Understands the flattened form <c>Key.1</c>, <c>Obj.Field</c> too.</summary>
internal sealed class WireQuery(IReadOnlyList<KeyValuePair<string, string>> pairs)
{
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; } = pairs;

    /// <summary>Decodes a raw query string (without <c>?</c>). A plus sign is a plus sign: clients of this wire send <c>%20</c> for a space.</summary>
    public static WireQuery Parse(string raw)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (var part in raw.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            pairs.Add(equals < 0
                ? new(Uri.UnescapeDataString(part), "")
                : new(Uri.UnescapeDataString(part[..equals]), Uri.UnescapeDataString(part[(equals + 1)..])));
        }

        return new(pairs);
    }

    /// <summary>The value, or null where absent or empty.</summary>
    public string? Text(string name)
    {
        foreach (var pair in Pairs)
            if (pair.Key == name)
                return pair.Value.Length == 0 ? null : pair.Value;
        return null;
    }

    /// <summary>A list given as <c>Name.1</c>, as a JSON array or comma-joined.</summary>
    public IReadOnlyList<string> List(string name)
    {
        var flat = Pairs.Where(p => p.Key.StartsWith(name + ".", StringComparison.Ordinal)).Select(p => p.Value).ToArray();
        if (flat.Length > 0)
            return flat;
        if (Text(name) is not { } text)
            return [];
        return text.StartsWith('[')
            ? [.. JsonDocument.Parse(text).RootElement.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString()! : e.GetRawText())]
            : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A map given as <c>Name.Key=value</c> or as a JSON object.</summary>
    public IReadOnlyDictionary<string, string> Map(string name)
    {
        Dictionary<string, string> map = new(StringComparer.Ordinal);
        foreach (var pair in Pairs.Where(p => p.Key.StartsWith(name + ".", StringComparison.Ordinal)))
            map[pair.Key[(name.Length + 1)..]] = pair.Value;
        if (Text(name) is { } text && text.StartsWith('{'))
            foreach (var property in JsonDocument.Parse(text).RootElement.EnumerateObject())
                map[property.Name] = property.Value.ToString();
        return map;
    }
}
