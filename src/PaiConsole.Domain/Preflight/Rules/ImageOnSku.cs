using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>
/// A GPU image on a machine without GPU, or the other way round. A notebook may start on a CPU type and move to a GPU
/// type later with the same image, so the first is said of jobs and services only.
/// </summary>
internal sealed class ImageOnSku : IJobRule, INotebookRule, IServiceRule
{
    private static readonly FindingKind _gpuImage = new(
        "gpu-image-on-cpu", Severity.Warning, "The image is built for GPUs, and {sku} has none.", "Choose a type with a GPU or a CPU image.");

    private static readonly FindingKind _cpuImage = new(
        "cpu-image-on-gpu", Severity.Warning,
        "The image is built for CPUs, so the GPUs of {sku} are paid for and not used.", "Choose a GPU image or a type without GPU.");

    public IReadOnlyList<FindingKind> Kinds => [_gpuImage, _cpuImage];

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) => spec.Roles
        .SelectMany((role, index) => Check(role.Image ?? spec.Image, role.Sku, $"roles[{index}].sku", context))
        .DistinctBy(finding => (finding.Rule, finding.Args.GetValueOrDefault("sku")));

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context) =>
        Check(spec.Image, spec.Sku, "sku", context).Where(finding => finding.Rule == _cpuImage.Rule);

    public IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context) =>
        spec.Image is { } image ? Check(image, spec.Sku, "sku", context) : [];

    private static IEnumerable<Finding> Check(string image, string type, string field, PreflightContext context)
    {
        if (image.Length == 0 || context.Skus.Find(type) is not { } sku)
            yield break;
        var accelerator = context.Traits(image).Accelerator;
        if (accelerator == "gpu" && !sku.HasGpu)
            yield return _gpuImage.At(field, Evidence(image, sku), ("sku", type));
        if (accelerator == "cpu" && sku.HasGpu)
            yield return _cpuImage.At(field, Evidence(image, sku), ("sku", type));
    }

    private static string Evidence(string image, Sku sku) => $"{image}; {SkuFit.Shape(sku)}";
}
