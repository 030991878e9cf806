using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>The image of each role as a URI that can be pulled, or empty where none was found.</summary>
internal static class ImageImport
{
    public static IReadOnlyList<string> Resolve(TrainingManifest manifest, PreflightContext context, List<Finding> notes)
    {
        var resolved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, index) in manifest.Roles.Select((role, index) => (role, index)))
        {
            if (role.Image.Length > 0 && !resolved.ContainsKey(role.Image))
                resolved[role.Image] = Resolve(role, resolved.Count == 0 ? "image" : $"roles[{index}].image", manifest, context, notes);
        }
        return [.. manifest.Roles.Select(role => resolved.GetValueOrDefault(role.Image, ""))];
    }

    private static string Resolve(ManifestRole role, string field, TrainingManifest manifest, PreflightContext context, List<Finding> notes)
    {
        var image = role.Image;
        var line = manifest.Where(role.ContainerPath + ".image");
        if (ImageReference.HasRegistry(image) || context.Images.Any(known => known.Uri == image))
            return image;
        if (context.Images.FirstOrDefault(known => known.Name == image || known.Id == image) is { } named)
        {
            notes.Add(ManifestKinds.ImageByName.At(field, $"{line}: {image} is {named.Id}", ("image", image), ("uri", named.Uri)));
            return named.Uri;
        }
        if (ImageMatch.Find(image, context.Images) is { } match)
        {
            var differences = match.Differences.Count == 0 ? "the same as asked" : string.Join(", ", match.Differences);
            notes.Add(ManifestKinds.ImageMatched.At(field,
                $"{line}: asked for {ImageTraits.Of(image)}; {match.Image.Uri} has {ImageTraits.Of(match.Image)}: {differences}",
                ("image", image), ("name", match.Image.Name)));
            return match.Image.Uri;
        }
        var known = string.Join(", ", context.Images.Take(8).Select(candidate => candidate.Name));
        notes.Add(ManifestKinds.UnknownImage.At(field, $"{line}: {image}", ("image", image), ("known", known.Length > 0 ? known : "none; the list was not read")));
        return "";
    }
}
