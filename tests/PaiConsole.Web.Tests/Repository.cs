using System.Runtime.CompilerServices;

namespace PaiConsole.Web.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    public static string Web { get; } = Path.Combine(Root, "src", "PaiConsole.Web");

    private static string Here([CallerFilePath] string path = "") => path;
}
