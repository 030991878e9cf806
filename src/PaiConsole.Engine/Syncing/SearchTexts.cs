namespace PaiConsole.Engine.Syncing;

/// <summary>The lower-case text that a list's filter looks in.</summary>
internal static class SearchTexts
{
    // An index holds it, and PostgreSQL refuses index rows beyond 2,704 bytes: one endless name would stop the whole look.
    private const int Longest = 600;

    public static string Of(params string?[] parts)
    {
        var text = string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part))).ToLowerInvariant();
        return text.Length <= Longest ? text : text[..Longest];
    }
}
