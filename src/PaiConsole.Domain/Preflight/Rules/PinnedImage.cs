using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>An image that can change under its name makes a run that nobody can repeat, and a restart that may be another program.</summary>
internal sealed class PinnedImage : IJobRule
{
    private static readonly FindingKind _latest = new(
        "image-not-pinned", Severity.Warning, "The image {image} has no fixed version: a restart or a second run may get another one.",
        "Name a version or a digest instead of latest.");

    public IReadOnlyList<FindingKind> Kinds => [_latest];

    public bool Applies(JobSpec spec, PreflightContext context) => Images(spec).Any();

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) => Images(spec)
        .Where(image => !ImageReference.IsPinned(image.Uri) || image.Uri.EndsWith(":latest", StringComparison.Ordinal))
        .DistinctBy(image => image.Uri)
        .Select(image => _latest.At(image.Field, image.Uri, ("image", image.Uri)));

    // A registered image is known by its id, whatever its name looks like; a name without registry is told by KnownImage.
    private static IEnumerable<(string Uri, string Field)> Images(JobSpec spec) => spec.Roles
        .Select((role, index) => (Uri: role.Image ?? "", Field: $"roles[{index}].image")).Prepend((Uri: spec.Image, Field: "image"))
        .Where(image => ImageReference.HasRegistry(image.Uri));
}
