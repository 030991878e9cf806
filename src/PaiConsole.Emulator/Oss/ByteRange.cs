using System.Globalization;

namespace PaiConsole.Emulator.Oss;

/// <summary>Reads a <c>Range</c> header.</summary>
internal static class ByteRange
{
    private const string Unit = "bytes=";

    /// <summary>First octet and number of octets; null where the range cannot be given of an object of that size.</summary>
    public static (long From, long Length)? Parse(string header, long size)
    {
        if (!header.StartsWith(Unit, StringComparison.Ordinal) || header[Unit.Length..].Split('-') is not [var first, var last])
            return null;
        if (first.Length == 0)
            return Number(last) is { } tail and > 0 && size > 0 ? (Math.Max(0, size - tail), Math.Min(size, tail)) : null;
        if (Number(first) is not { } from || from >= size || (last.Length > 0 && Number(last) is null))
            return null;
        var to = Math.Min(Number(last) ?? long.MaxValue, size - 1);
        return to >= from ? (from, to - from + 1) : null;
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
