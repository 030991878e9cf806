using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>
/// A GPU image on a machine without GPU, or the other way round. A job may have a reason; a notebook with an image that cannot
/// see the GPU it pays for has none. A GPU image on a CPU is where many a notebook begins, so that is told and not refused.
/// </summary>
internal sealed class ImageOnSku : IJobRule, INotebookRule, IServiceRule
{
    private static readonly FindingKind _gpuImage = new(
        "gpu-image-on-cpu", Severity.Warning, "The image is built for GPUs, and {sku} has none.", "Choose a type with a GPU or a CPU image.");

    private static readonly FindingKind _cpuImage = new(
        "cpu-image-on-gpu", Severity.Warning,
        "The image is built for CPUs, so the GPUs of {sku} are paid for and not used.", "Choose a GPU image or a type without GPU.");

    private static readonly FindingKind _blindNotebook = new(
        "notebook-cpu-image", Severity.Error,
        "The image is built for CPUs: in it the GPUs of {sku} would be paid for and not seen.", "Choose a GPU image or a type without GPU.");

    private static readonly FindingKind _laterNotebook = new(
        "notebook-gpu-image", Severity.Warning,
        "The image is built for GPUs, and {sku} has none: what asks for CUDA fails until the notebook is given a GPU type.",
        "Choose a CPU image, or leave it if you mean to change to a GPU later.");

    public IReadOnlyList<FindingKind> Kinds => [_gpuImage, _cpuImage, _blindNotebook, _laterNotebook];

    public bool Applies(JobSpec spec, PreflightContext context) =>
        spec.Roles.Any(role => (role.Image ?? spec.Image).Length > 0 && context.Skus.Find(role.Sku) is not null);

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) => spec.Roles
        .SelectMany((role, index) => Check(role.Image ?? spec.Image, role.Sku, $"roles[{index}].sku", context, _gpuImage, _cpuImage))
        .DistinctBy(finding => (finding.Rule, finding.Args.GetValueOrDefault("sku")));

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context) =>
        Check(spec.Image, spec.Sku, "image", context, _laterNotebook, _blindNotebook);

    public IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context) =>
        spec.Image is { } image ? Check(image, spec.Sku, "sku", context, _gpuImage, _cpuImage) : [];

    private static IEnumerable<Finding> Check(
        string image, string type, string field, PreflightContext context, FindingKind gpuImage, FindingKind cpuImage)
    {
        if (image.Length == 0 || context.Skus.Find(type) is not { } sku)
            yield break;
        var accelerator = context.Traits(image).Accelerator;
        if (accelerator == "gpu" && !sku.HasGpu)
            yield return gpuImage.At(field, Evidence(image, sku), ("sku", type));
        if (accelerator == "cpu" && sku.HasGpu)
            yield return cpuImage.At(field, Evidence(image, sku), ("sku", type));
    }

    private static string Evidence(string image, Sku sku) => $"{image}; {SkuFit.Shape(sku)}";
}
