using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Services;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>An image is a URI: a name alone cannot be pulled.</summary>
internal sealed class KnownImage : IJobRule, IServiceRule
{
    private static readonly FindingKind _noRegistry = new(
        "image-no-registry", Severity.Warning, "The image {image} names no registry, so the cloud will hardly find it.",
        "Give the full URI, such as dsw-registry-vpc.{region}.cr.aliyuncs.com/pai/pytorch:….");

    public IReadOnlyList<FindingKind> Kinds => [_noRegistry];

    public bool Applies(JobSpec spec, PreflightContext context) =>
        spec.Image.Length > 0 || spec.Roles.Any(role => !string.IsNullOrEmpty(role.Image));

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) =>
        Check(spec.Image, "image", context).Concat(spec.Roles.SelectMany((role, index) => Check(role.Image, $"roles[{index}].image", context)));

    public IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context) => Check(spec.Image, "image", context);

    private static IEnumerable<Finding> Check(string? image, string field, PreflightContext context)
    {
        if (!string.IsNullOrWhiteSpace(image) && !ImageReference.HasRegistry(image) && context.Images.All(known => known.Uri != image))
            yield return _noRegistry.At(field, image, ("image", image), ("region", context.Region));
    }
}
