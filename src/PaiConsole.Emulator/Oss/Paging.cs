using System.Globalization;

namespace PaiConsole.Emulator.Oss;

/// <summary>Sizes of pages.</summary>
internal static class Paging
{
    private const int Usual = 100;
    private const int Largest = 1000;

    /// <summary><c>max-keys</c>: 1 to 1,000, 100 where not given.</summary>
    public static int MaxKeys(OssCall call)
    {
        if (call.Query.Text("max-keys") is not { } text)
            return Usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= Largest
            ? most
            : throw OssErrors.Invalid("Argument max-keys must be an integer between 1 and 1000.", "max-keys", text);
    }
}
