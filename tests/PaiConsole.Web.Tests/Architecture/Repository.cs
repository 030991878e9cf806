using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace PaiConsole.Web.Tests.Architecture;

/// <summary>The source tree as it was when this test was compiled.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static string Source(string project) => Path.Combine(Root, "src", project);

    public static XDocument ProjectFile(string project) => XDocument.Load(Path.Combine(Source(project), project + ".csproj"));

    /// <summary>Names of the projects or packages that a project file references, sorted.</summary>
    public static string[] References(string project, string element) =>
        [.. ProjectFile(project).Descendants(element)
            .Select(reference => reference.Attribute("Include")!.Value)
            .Select(include => element == "ProjectReference" ? Path.GetFileNameWithoutExtension(include) : include)
            .Order(StringComparer.Ordinal)];

    /// <summary>Every file of a project that people write, as a path relative to the project.</summary>
    public static IEnumerable<string> Files(string project) =>
        new[] { "*.cs", "*.razor" }.SelectMany(pattern => Directory.EnumerateFiles(Source(project), pattern, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Source(project), file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
