namespace PaiConsole.Engine.Listing;

/// <summary>Text a person typed, as a LIKE pattern that finds it literally.</summary>
internal static class LikePattern
{
    public const string Escape = "\\";
    private const int Longest = 200;

    public static string Containing(string text)
    {
        var trimmed = text.Trim().ToLowerInvariant();
        if (trimmed.Length > Longest)
            trimmed = trimmed[..Longest];
        var escaped = trimmed.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{escaped}%";
    }
}
