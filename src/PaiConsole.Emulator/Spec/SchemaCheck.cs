using System.Text.Json;

namespace PaiConsole.Emulator.Spec;

/// <summary>Compares a JSON value with a schema and collects every fault, each with its path.</summary>
/// <param name="resolve">Follows <c>$ref</c>.</param>
/// <param name="unknownFields">Also report fields the schema does not have.</param>
/// <param name="enums">Also report words outside a documented list. Answers are never checked for it: servers add words.</param>
/// <param name="required">Also report required fields that are missing. Answers never promise presence.</param>
internal sealed class SchemaCheck(Func<JsonElement, JsonElement> resolve, bool unknownFields, bool enums, bool required = true)
{
    public void Check(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        schema = resolve(schema);
        if (value.ValueKind == JsonValueKind.Null || !schema.TryGetProperty("type", out var type))
            return;
        if (type.ValueKind == JsonValueKind.Array)
        {
            OneType(value, type, path, faults);
            return;
        }

        switch (type.GetString())
        {
            case "object": Object(value, schema, path, faults); break;
            case "array": Array(value, schema, path, faults); break;
            case "string": String(value, schema, path, faults); break;
            case "boolean" when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False): Wrong(value, "boolean", path, faults); break;
            case "number" when value.ValueKind != JsonValueKind.Number: Wrong(value, "number", path, faults); break;
            case "integer" when value.ValueKind != JsonValueKind.Number || !IsWhole(value, schema): Wrong(value, "integer", path, faults); break;
        }
    }

    /// <summary>The service document lets some keys be of more than one type, e.g. a number or a percentage.</summary>
    private static void OneType(JsonElement value, JsonElement types, string path, List<string> faults)
    {
        var names = types.EnumerateArray().Select(t => t.GetString()!).ToArray();
        var kind = value.ValueKind switch
        {
            JsonValueKind.Number => "integer",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            var other => other.ToString().ToLowerInvariant(),
        };
        if (!names.Contains(kind, StringComparer.Ordinal))
            Wrong(value, string.Join(" or ", names), path, faults);
    }

    private void Object(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong(value, "object", path, faults);
            return;
        }

        var known = schema.TryGetProperty("properties", out var properties);
        var open = schema.TryGetProperty("additionalProperties", out var additional);
        foreach (var field in value.EnumerateObject())
        {
            var at = path.Length == 0 ? field.Name : path + "." + field.Name;
            if (known && properties.TryGetProperty(field.Name, out var fieldSchema))
                Check(field.Value, fieldSchema, at, faults);
            else if (open && additional.ValueKind == JsonValueKind.Object)
                Check(field.Value, additional, at, faults);
            else if (unknownFields && !open && known)
                faults.Add($"{at} is not a documented field");
        }

        if (required && schema.TryGetProperty("required", out var names))
            foreach (var name in names.EnumerateArray().Select(r => r.GetString()!))
                if (!value.TryGetProperty(name, out var present) || present.ValueKind == JsonValueKind.Null)
                    faults.Add($"{(path.Length == 0 ? name : path + "." + name)} is required");
    }

    private void Array(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.Array)
            Wrong(value, "array", path, faults);
        else if (schema.TryGetProperty("items", out var items))
            foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
                Check(item, items, FormattableString.Invariant($"{path}[{index}]"), faults);
    }

    private void String(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.String)
            Wrong(value, "string", path, faults);
        else if (enums)
            Word(value.GetString()!, schema, path, faults);
    }

    /// <summary>Reports a word outside the documented list, or words outside it in a comma list. Case is forgiven: the casing of Order differs between products.</summary>
    public static void Word(string word, JsonElement schema, string path, List<string> faults)
    {
        if (schema.TryGetProperty("enum", out var words))
            OneOf(word, words, path, faults);
        else if (schema.TryGetProperty("csvEnum", out words))
            foreach (var part in word.Split(',', StringSplitOptions.TrimEntries))
                OneOf(part, words, path, faults);
    }

    private static void OneOf(string word, JsonElement words, string path, List<string> faults)
    {
        if (!words.EnumerateArray().Any(w => string.Equals(w.ToString(), word, StringComparison.OrdinalIgnoreCase)))
            faults.Add($"{path} '{word}' is not one of {string.Join(", ", words.EnumerateArray().Select(w => w.ToString()))}");
    }

    private static bool IsWhole(JsonElement value, JsonElement schema) =>
        schema.TryGetProperty("format", out var format) && format.GetString() == "int32" ? value.TryGetInt32(out _) : value.TryGetInt64(out _);

    private static void Wrong(JsonElement value, string expected, string path, List<string> faults) =>
        faults.Add($"{path} must be of type {expected}, not {value.ValueKind.ToString().ToLowerInvariant()}");
}
