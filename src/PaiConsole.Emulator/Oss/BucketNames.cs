using System.Text.RegularExpressions;

namespace PaiConsole.Emulator.Oss;

/// <summary>What a bucket may be called: 3 to 63 lower-case letters, digits and hyphens, no hyphen at either end.</summary>
internal static partial class BucketNames
{
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
