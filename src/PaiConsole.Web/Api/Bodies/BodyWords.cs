using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaiConsole.Web.Api.Bodies;

/// <summary>Names JSON values and types for people.</summary>
internal static class BodyWords
{
    public static string Expected(JsonTypeInfo shape) => shape.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "a list",
        _ when shape.Type.IsEnum => "one of " + string.Join(", ", Enum.GetNames(shape.Type).Select(name => name.ToLowerInvariant())),
        _ when shape.Type == typeof(string) => "a text",
        _ when shape.Type == typeof(bool) => "true or false",
        _ when shape.Type == typeof(DateTimeOffset) => "an instant such as 2026-01-31T18:00:00Z",
        _ when shape.Type == typeof(decimal) || shape.Type == typeof(double) => "a number",
        _ => "a whole number",
    };

    public static string Got(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ when value.GetRawText() is { Length: <= 40 } text => text,
        _ => "this text",
    };
}
