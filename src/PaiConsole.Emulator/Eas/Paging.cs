using System.Globalization;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>EAS's two ways of paging: PageNumber and PageSize in lists, PageNum and PageSize in logs and events.</summary>
internal static class Paging
{
    private const int LargestPage = 1000;

    /// <summary>Number and size of the page asked for, under the given name of the number.</summary>
    /// <exception cref="WireException">Not a page.</exception>
    public static (int Number, int Size) Of(WireCall call, string numberName, int defaultSize)
    {
        var number = Read(call, numberName, 1);
        var size = Read(call, "PageSize", defaultSize);
        if (number < 1)
            throw WireError.Invalid(call.Spec.Product, $"{numberName} must be at least 1.");
        if (size is < 1 or > LargestPage)
            throw WireError.Invalid(call.Spec.Product, FormattableString.Invariant($"PageSize must be between 1 and {LargestPage}, not {size}."));
        return (number, size);
    }

    public static IEnumerable<T> Cut<T>(this IEnumerable<T> all, (int Number, int Size) page) => all.Skip((page.Number - 1) * page.Size).Take(page.Size);

    /// <summary>Pages there are.</summary>
    public static long Pages(int total, int size) => (total + size - 1) / size;

    /// <summary>True unless asc was asked for.</summary>
    public static bool Descending(this WireCall call) => !string.Equals(call.Text("Order"), "asc", StringComparison.OrdinalIgnoreCase);

    /// <summary>Some of EAS's page numbers are documented as text.</summary>
    private static int Read(WireCall call, string name, int fallback)
    {
        if (call.Text(name) is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw WireError.Invalid(call.Spec.Product, $"{name} '{text}' is not a number.");
    }
}
