using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>A notebook's image is the id of a registered one, or the whole URI of another: the first thing that is wrong is told.</summary>
internal sealed class NotebookImage : INotebookRule
{
    private static readonly FindingKind _form = new(
        "image-malformed", Severity.Error, "{image} is not an image: a URI has neither a scheme nor spaces.", "Write it as registry/namespace/name:tag.");
    private static readonly FindingKind _unknown = new(
        "image-not-found", Severity.Error, "No image with the id {image} is registered.", "{advice}.");
    private static readonly FindingKind _registry = new(
        "image-registry-missing", Severity.Error, "{image} names no registry, so it cannot be pulled.",
        "Give the whole URI, beginning with the host of your ACR instance.");
    private static readonly FindingKind _tag = new(
        "image-tag-missing", Severity.Error, "{image} has no tag: what it starts tomorrow may be another image than today.", "Add the tag, such as :2.6-gpu.");

    public IReadOnlyList<FindingKind> Kinds => [_form, _unknown, _registry, _tag];

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context)
    {
        var image = spec.Image;
        if (string.IsNullOrWhiteSpace(image) || context.Images.Any(known => known.Id == image || known.Uri == image))
            return [];
        if (image.Contains("://", StringComparison.Ordinal) || image.Any(char.IsWhiteSpace))
            return [_form.At("image", image, ("image", image))];
        if (!image.Contains('/', StringComparison.Ordinal))
            // Nothing is concluded from a list that was not read.
            return context.Images.Count == 0 ? [] : [_unknown.At("image", image, ("image", image), ("advice", Advice(image, context)))];
        if (!ImageReference.HasRegistry(image))
            return [_registry.At("image", image, ("image", image))];
        return ImageReference.IsPinned(image) ? [] : [_tag.At("image", image, ("image", image))];
    }

    private static string Advice(string image, PreflightContext context) =>
        context.Images.FirstOrDefault(known => known.Name == image) is { } named ? $"That is its name; its id is {named.Id}"
        : ImageMatch.Find(image, context.Images) is { } near ? $"The nearest is {near.Image.Name}, id {near.Image.Id}"
        : "Choose one from the list, or give the whole URI of your own";
}
