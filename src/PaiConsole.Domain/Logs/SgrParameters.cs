using System.Globalization;

namespace PaiConsole.Domain.Logs;

/// <summary>The parameters of "select graphic rendition": 16 colours, 256, true colour, bold, dim, italic, underline; others change nothing.</summary>
internal static class SgrParameters
{
    private const int Most = 64;

    public static LogStyle Apply(LogStyle style, ReadOnlySpan<char> parameters)
    {
        var codes = Split(parameters);
        for (var i = 0; i < codes.Count; i++)
        {
            var code = codes[i];
            if (code is 38 or 48)
            {
                var colour = Colour(codes, ref i);
                if (colour is { } known)
                    style = code == 38 ? style with { Ink = known } : style with { Ground = known };
                continue;
            }
            style = One(style, code);
        }
        return style;
    }

    private static LogStyle One(LogStyle style, int code) => code switch
    {
        0 => LogStyle.Plain,
        1 => style with { Bold = true },
        2 => style with { Dim = true },
        3 => style with { Italic = true },
        4 => style with { Underlined = true },
        22 => style with { Bold = false, Dim = false },
        23 => style with { Italic = false },
        24 => style with { Underlined = false },
        >= 30 and <= 37 => style with { Ink = code - 30 },
        39 => style with { Ink = LogStyle.Usual },
        >= 40 and <= 47 => style with { Ground = code - 40 },
        49 => style with { Ground = LogStyle.Usual },
        >= 90 and <= 97 => style with { Ink = code - 90 + 8 },
        >= 100 and <= 107 => style with { Ground = code - 100 + 8 },
        _ => style,
    };

    // 5;n of the palette, 2;r;g;b; the index moves past what was read, also when it makes no sense.
    private static int? Colour(List<int> codes, ref int i)
    {
        switch (codes.ElementAtOrDefault(i + 1))
        {
            case 5 when i + 2 < codes.Count:
                i += 2;
                return codes[i] is >= 0 and <= 255 ? codes[i] : null;
            case 2 when i + 4 < codes.Count:
                i += 4;
                var (red, green, blue) = (codes[i - 2], codes[i - 1], codes[i]);
                return red is >= 0 and <= 255 && green is >= 0 and <= 255 && blue is >= 0 and <= 255
                    ? LogStyle.TrueColour | (red << 16) | (green << 8) | blue
                    : null;
            default:
                i = codes.Count;
                return null;
        }
    }

    private static List<int> Split(ReadOnlySpan<char> parameters)
    {
        var codes = new List<int>();
        foreach (var range in parameters.SplitAny(';', ':'))
        {
            var part = parameters[range];
            codes.Add(part.Length == 0 ? 0 : int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : -1);
            if (codes.Count == Most)
                break;
        }
        return codes;
    }
}
