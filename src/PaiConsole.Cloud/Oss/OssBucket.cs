using System.Text.RegularExpressions;

namespace PaiConsole.Cloud.Oss;

/// <summary>A bucket, and where it is.</summary>
/// <param name="Name">3 to 63 lower-case letters, digits and hyphens.</param>
/// <param name="Region">Region id, such as <c>cn-shanghai</c>; null for the client's own.</param>
public sealed partial record OssBucket(string Name, string? Region = null)
{
    // The name becomes a label of the host that signed requests go to: nothing but letters, digits and hyphens.
    internal bool IsValid => Pattern().IsMatch(Name);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
