using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaiConsole.Cloud.Transport.Json;

/// <summary>Times as the cloud writes them. Reading never throws: what is no time is null. A time without a zone is UTC.</summary>
internal sealed class WireTime : JsonConverter<DateTimeOffset?>
{
    internal const string Iso = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Parse(reader.GetString());
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
            return FromEpoch(number);
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteStringValue(Format(time, Iso));
        else
            writer.WriteNullValue();
    }

    internal static DateTimeOffset? Parse(string? text)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out var time) && time.Year > 1 ? time : null;
    }

    internal static string Format(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    // Some operations send epoch milliseconds; seconds of the same magnitude would lie in the year 33658.
    private static DateTimeOffset? FromEpoch(long number) => number switch
    {
        <= 0 or > 253402300799999 => null,
        >= 100_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds(number),
        _ => DateTimeOffset.FromUnixTimeSeconds(number),
    };
}
