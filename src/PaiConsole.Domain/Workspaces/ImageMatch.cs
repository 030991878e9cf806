using System.Globalization;

namespace PaiConsole.Domain.Workspaces;

/// <summary>The registered image that comes closest to a name which is not a real one.</summary>
/// <param name="Image">The image.</param>
/// <param name="Differences">What it has otherwise than asked, in words; empty when it has everything.</param>
public sealed record ImageMatch(ContainerImage Image, IReadOnlyList<string> Differences)
{
    private const int BundledPenalty = 2;
    private const int RuntimePenalty = 3;
    private const int MinorPenalty = 10;

    /// <summary>The best match, or null when none has the framework that was asked for in that major version.</summary>
    public static ImageMatch? Find(string reference, IEnumerable<ContainerImage> images)
    {
        var asked = ImageTraits.Of(reference);
        if (asked.Frameworks.Count == 0)
            return null;
        return images
            .Select(image => Weigh(asked, image))
            .Where(weighed => weighed.Match is not null)
            .OrderBy(weighed => weighed.Penalty).ThenBy(weighed => weighed.Match!.Image.Name, StringComparer.Ordinal)
            .FirstOrDefault().Match;
    }

    private static (ImageMatch? Match, int Penalty) Weigh(ImageTraits asked, ContainerImage image)
    {
        var has = ImageTraits.Of(image);
        var (name, version) = asked.Frameworks[0];
        var index = has.Frameworks.ToList().FindIndex(framework => framework.Name == name);
        if (index < 0 || asked.Accelerator is { } want && has.Accelerator is { } got && want != got)
            return default;
        var (majorApart, minorApart) = Apart(version, has.Frameworks[index].Version);
        if (majorApart != 0)
            return default;

        var differences = new List<string>();
        var penalty = minorApart * MinorPenalty + (index == 0 ? 0 : BundledPenalty);
        if (minorApart != 0)
            differences.Add($"{name} {has.Frameworks[index].Version} instead of {version}");
        Compare("Python", asked.Python, has.Python);
        Compare("CUDA", asked.Cuda, has.Cuda);
        return (new ImageMatch(image, differences), penalty);

        void Compare(string what, string? wanted, string? given)
        {
            if (wanted is null || wanted == given)
                return;
            var (major, minor) = given is null ? (0, 0) : Apart(wanted, given);
            penalty += RuntimePenalty + (major * MinorPenalty) + minor;
            differences.Add(given is null ? $"{what} not stated instead of {wanted}" : $"{what} {given} instead of {wanted}");
        }
    }

    private static (int Major, int Minor) Apart(string left, string right)
    {
        var (a, b) = (Parts(left), Parts(right));
        return left.Length == 0 || right.Length == 0 ? (0, 0) : (Math.Abs(a.Major - b.Major), Math.Abs(a.Minor - b.Minor));
    }

    private static (int Major, int Minor) Parts(string version)
    {
        var parts = version.Split('.');
        return (Number(parts[0]), parts.Length > 1 ? Number(parts[1]) : 0);

        static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
