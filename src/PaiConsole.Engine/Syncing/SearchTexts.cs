namespace PaiConsole.Engine.Syncing;

/// <summary>The lower-case text that a list's filter looks in.</summary>
internal static class SearchTexts
{
    public static string Of(params string?[] parts) =>
        string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part))).ToLowerInvariant();
}
