using System.Globalization;
using System.Text.Json;
using PaiConsole.Emulator.Spec;

namespace PaiConsole.Emulator.Transport;

/// <summary>One call as an operation sees it: already verified, routed and checked against the specification.</summary>
internal sealed class WireCall
{
    public required string RequestId { get; init; }

    public required OperationSpec Spec { get; init; }

    public required World.World World { get; init; }

    /// <summary>Decoded path parameters.</summary>
    public required IReadOnlyDictionary<string, string> PathValues { get; init; }

    public required WireQuery Query { get; init; }

    /// <summary>JSON body; an empty object when none was sent.</summary>
    public JsonElement Body { get; init; } = WireJson.EmptyObject;

    /// <summary>World time.</summary>
    public DateTimeOffset Now => World.Now;

    public string Path(string name) => PathValues[name];

    public string? Text(string name) => Query.Text(name);

    public int Int(string name, int fallback) =>
        Text(name) is { } text ? (int)Math.Clamp(long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture), int.MinValue, int.MaxValue) : fallback;

    public bool? Flag(string name) => Text(name) is { } text ? text.Equals("true", StringComparison.OrdinalIgnoreCase) : null;

    /// <summary>An instant: ISO 8601, or EAS's <c>yyyy-MM-dd HH:mm:ss</c>, both UTC.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw WireError.Invalid(Spec.Product, $"{name} '{text}' is not a time.");
    }

    /// <summary>Zero-based offset and size of the page asked for. A page past <paramref name="largest"/> is refused.</summary>
    public (int Skip, int Take) Page(int defaultSize, int largest)
    {
        var number = Int("PageNumber", 1);
        var size = Int("PageSize", defaultSize);
        if (number < 1)
            throw WireError.Invalid(Spec.Product, FormattableString.Invariant($"PageNumber must be at least 1, not {number}."));
        if (size < 1 || size > largest)
            throw WireError.Invalid(Spec.Product, FormattableString.Invariant($"PageSize must be between 1 and {largest}, not {size}."));
        return ((int)Math.Min((number - 1L) * size, int.MaxValue - size), size);
    }
}

/// <summary>Reading optional fields of a JSON body.</summary>
internal static class JsonBody
{
    public static JsonElement? Field(this JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement body, string name) => body.Field(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static long? Long(this JsonElement body, string name) => body.Field(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt64() : null;

    public static double? Number(this JsonElement body, string name) => body.Field(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    public static bool? Flag(this JsonElement body, string name) =>
        body.Field(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;
}
