using System.Globalization;
using System.Text.Json;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Spec;

/// <summary>Compares query parameters with the documented ones: names, types, words, required ones; scalar, flattened, <c>wire:json</c> and <c>wire:csv</c>.</summary>
internal static class QueryCheck
{
    /// <summary>Parameters the gateway itself understands, on every RPC call.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "Action", "Version", "Format", "RegionId", "AccessKeyId", "Timestamp", "SignatureNonce", "SignatureMethod", "SignatureVersion", "Signature", "SecurityToken",
    };

    public static void Check(OperationSpec operation, WireQuery query, bool strict, List<string> faults)
    {
        foreach (var pair in query.Pairs)
        {
            var root = Root(pair.Key);
            if (operation.Query is { } documented && documented.TryGetProperty(root, out var schema))
                Value(operation, pair.Key, pair.Value, operation.Resolve(schema), faults);
            else if (strict && !(operation.IsRpc && Common.Contains(root)))
                faults.Add($"{pair.Key} is not a documented query parameter");
        }

        if (operation.Query is { } all)
            foreach (var parameter in all.EnumerateObject())
                if (parameter.Value.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True
                    && !query.Pairs.Any(p => Root(p.Key) == parameter.Name && p.Value.Length > 0))
                    faults.Add($"{parameter.Name} is required");
    }

    private static void Value(OperationSpec operation, string key, string value, JsonElement schema, List<string> faults)
    {
        // Empty means not given: clients keep the key of an empty string.
        if (value.Length == 0)
            return;
        if (key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
            Flattened(operation, key, key[(dot + 1)..], value, schema, faults);
        else if (Type(schema) is "array" or "object")
            Whole(operation, key, value, schema, faults);
        else
            Scalar(key, value, schema, faults);
    }

    private static void Flattened(OperationSpec operation, string key, string rest, string value, JsonElement schema, List<string> faults)
    {
        schema = operation.Resolve(schema);
        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        var head = dot < 0 ? rest : rest[..dot];
        JsonElement? next = Type(schema) switch
        {
            "array" when int.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 => schema.GetProperty("items"),
            "object" when schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(head, out var property) => property,
            "object" when schema.TryGetProperty("additionalProperties", out var additional) => additional,
            _ => null,
        };
        if (next is not { } inner)
            faults.Add($"{key} is not a documented query parameter");
        else if (inner.ValueKind != JsonValueKind.Object)
            return;
        else if (dot >= 0)
            Flattened(operation, key, rest[(dot + 1)..], value, inner, faults);
        else
            Scalar(key, value, operation.Resolve(inner), faults);
    }

    private static void Whole(OperationSpec operation, string key, string value, JsonElement schema, List<string> faults)
    {
        var wire = schema.TryGetProperty("wire", out var w) ? w.GetString() : null;
        if (wire == "csv")
            return;
        try
        {
            using var document = JsonDocument.Parse(value);
            new SchemaCheck(operation.Resolve, unknownFields: true, enums: true).Check(document.RootElement, schema, key, faults);
        }
        catch (JsonException)
        {
            faults.Add($"{key} must be JSON");
        }
    }

    private static void Scalar(string key, string value, JsonElement schema, List<string> faults)
    {
        var good = Type(schema) switch
        {
            "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "number" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "boolean" => value is "true" or "false" or "True" or "False",
            _ => true,
        };
        if (!good)
            faults.Add($"{key} '{value}' is not of type {Type(schema)}");
        SchemaCheck.Word(value, schema, key, faults);
    }

    private static string Root(string key) => key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? key[..dot] : key;

    private static string? Type(JsonElement schema) => schema.TryGetProperty("type", out var type) ? type.GetString() : null;
}
