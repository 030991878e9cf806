using System.Globalization;

namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>Kubernetes quantities: 32, 500m, 256Gi, 256G, 1e3.</summary>
public static class Quantity
{
    private const decimal BytesPerGib = 1024m * 1024 * 1024;
    private const decimal Largest = 1e18m;

    private static readonly (string Suffix, decimal Factor)[] _suffixes =
    [
        ("Ki", 1024m), ("Mi", 1024m * 1024), ("Gi", BytesPerGib), ("Ti", BytesPerGib * 1024), ("Pi", BytesPerGib * 1024 * 1024),
        ("m", 0.001m), ("k", 1e3m), ("M", 1e6m), ("G", 1e9m), ("T", 1e12m), ("P", 1e15m),
    ];

    /// <summary>The plain number, or null where the text is no quantity, is negative, or is beyond 10¹⁸.</summary>
    public static decimal? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var (suffix, factor) = _suffixes.FirstOrDefault(entry => text.EndsWith(entry.Suffix, StringComparison.Ordinal));
        var digits = suffix is null ? text : text[..^suffix.Length];
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            || number < 0 || number > Largest)
            return null;
        var value = suffix is null ? number : number > Largest / Math.Max(factor, 1) ? Largest + 1 : number * factor;
        return value > Largest ? null : value;
    }

    /// <summary>Bytes as GiB.</summary>
    public static decimal? Gib(string? text) => Parse(text) is { } bytes ? bytes / BytesPerGib : null;
}
