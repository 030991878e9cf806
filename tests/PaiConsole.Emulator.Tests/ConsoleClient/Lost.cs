using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaiConsole.Emulator.Tests.ConsoleClient;

/// <summary>Finds values of an answer for which a model has a property that nevertheless stayed null: the reader is lenient, and would hide a wrong type.</summary>
internal static class Lost
{
    public static IEnumerable<string> In(object model, JsonElement answer, string path = "")
    {
        if (answer.ValueKind == JsonValueKind.Array)
        {
            object?[] items = [.. ((IEnumerable)model).Cast<object?>()];
            if (items.Length != answer.GetArrayLength())
                return [$"{path} has {items.Length} items of {answer.GetArrayLength()}"];
            return items.Zip(answer.EnumerateArray()).SelectMany((pair, i) => Of(pair.First, pair.Second, $"{path}[{i}]"));
        }

        if (answer.ValueKind != JsonValueKind.Object || model is IEnumerable or JsonElement)
            return [];
        return model.GetType().GetProperties()
            .Where(p => p.GetIndexParameters().Length == 0)
            .Select(p => (p, name: p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? p.Name))
            .SelectMany(x => answer.TryGetProperty(x.name, out var value) ? Of(x.p.GetValue(model), value, $"{path}.{x.name}") : []);
    }

    private static IEnumerable<string> Of(object? value, JsonElement sent, string path)
    {
        var nothing = sent.ValueKind == JsonValueKind.Null || (sent.ValueKind == JsonValueKind.String && sent.GetString()!.Length == 0);
        if (nothing)
            return [];
        return value is null ? [$"{path} is lost: {sent}"] : In(value, sent, path);
    }
}
