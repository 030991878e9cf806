namespace PaiConsole.Web.Shared.Storage;

/// <summary>Amounts of bytes for people, in the powers of 1,024 that OSS bills by.</summary>
internal static class ByteText
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

    /// <summary>Such as <c>14.2 GiB</c>.</summary>
    public static string Of(long bytes)
    {
        double value = bytes;
        var unit = 0;
        for (; value >= 1024 && unit < Units.Length - 1; unit++)
            value /= 1024;
        return value.ToString(unit == 0 ? "0" : "0.0", System.Globalization.CultureInfo.InvariantCulture) + " " + Units[unit];
    }

    /// <summary>Every byte, to show on hover.</summary>
    public static string Exact(long bytes) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes:N0} B");
}
