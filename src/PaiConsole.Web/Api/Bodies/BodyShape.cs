using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaiConsole.Web.Api.Bodies;

/// <summary>
/// Compares a body with the type it should become, and says everything that is wrong. A deserializer stops at the first
/// fault, which makes a person send a spec five times.
/// </summary>
internal static class BodyShape
{
    private const int Most = 50;

    /// <summary>Every fault, a sentence each with the path of the member.</summary>
    public static IReadOnlyList<string> Faults(JsonElement body, JsonTypeInfo shape)
    {
        var faults = new List<string>();
        Check(body, shape, "", faults);
        return faults.Count <= Most ? faults : [.. faults.Take(Most), string.Create(CultureInfo.InvariantCulture, $"And {faults.Count - Most} more.")];
    }

    private static void Check(JsonElement value, JsonTypeInfo shape, string path, List<string> faults)
    {
        switch (shape.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                Members(value, shape, path, faults);
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                Entries(value, shape, path, faults);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                    Item(item, shape, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), faults);
                break;
            case JsonTypeInfoKind.None when Reads(value, shape):
                break;
            default:
                faults.Add($"{Name(path)} is {BodyWords.Expected(shape)}, not {BodyWords.Got(value)}.");
                break;
        }
    }

    private static void Entries(JsonElement value, JsonTypeInfo shape, string path, List<string> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in value.EnumerateObject())
        {
            if (!seen.Add(entry.Name))
                faults.Add($"{Join(path, entry.Name)} is given twice.");
            Item(entry.Value, shape, Join(path, entry.Name), faults);
        }
    }

    private static void Members(JsonElement value, JsonTypeInfo shape, string path, List<string> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var at = Join(path, member.Name);
            if (!seen.Add(member.Name))
                faults.Add($"{at} is given twice.");
            else if (shape.Properties.FirstOrDefault(property => property.Name == member.Name) is not { } known)
                faults.Add($"Unknown member {at}; known here: {string.Join(", ", shape.Properties.Select(property => property.Name))}.");
            else if (member.Value.ValueKind != JsonValueKind.Null)
                Check(member.Value, Shape(shape, known.PropertyType), at, faults);
            else if (!AllowsNull(known))
                faults.Add($"{at} must not be null.");
        }
        faults.AddRange(shape.Properties
            .Where(property => !seen.Contains(property.Name) && property.AssociatedParameter is { HasDefaultValue: false } && !AllowsNull(property))
            .Select(property => $"{Join(path, property.Name)} is missing."));
    }

    private static void Item(JsonElement value, JsonTypeInfo shape, string path, List<string> faults)
    {
        if (value.ValueKind == JsonValueKind.Null)
            faults.Add($"{path} must not be null.");
        else
            Check(value, Shape(shape, shape.ElementType!), path, faults);
    }

    private static bool Reads(JsonElement value, JsonTypeInfo shape)
    {
        try
        {
            value.Deserialize(shape);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonTypeInfo Shape(JsonTypeInfo parent, Type type) => parent.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);

    private static bool AllowsNull(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && property.AttributeProvider is PropertyInfo declared
            && new NullabilityInfoContext().Create(declared).ReadState == NullabilityState.Nullable);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Name(string path) => path.Length == 0 ? "The body" : path;
}
