using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>A notebook that nobody stops is the dearest mistake.</summary>
internal sealed class NotebookCare : INotebookRule
{
    private const int Week = 7 * 24 * 60;

    private static readonly FindingKind _range = new(
        "idle-rule-range", Severity.Error, "{value} is not possible in an idle rule: thresholds go from 1 to 100 percent, minutes from 1.", "Set {field}.");
    private static readonly FindingKind _endless = new(
        "idle-rule-endless", Severity.Error, "An idle rule of {minutes} minutes waits {days} days: it would hardly ever stop anything.",
        "Set at most 10080 minutes, a week, or take the rule out.");
    private static readonly FindingKind _none = new(
        "idle-rule-missing", Severity.Warning, "{sku} has a GPU and no idle rule: it is billed until somebody stops it.", "Add an idle rule, such as 30 minutes below 20 % CPU and 10 % GPU.");
    private static readonly FindingKind _many = new(
        "notebook-many-gpus", Severity.Info, "{sku} has {gpus} GPUs. Training on several GPUs is the work of a job, which ends by itself.", "Submit a training job with the same image.");

    public IReadOnlyList<FindingKind> Kinds => [_range, _endless, _none, _many];

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context)
    {
        if (spec.IdleRule is { } rule)
        {
            foreach (var (field, value, fits) in new[]
            {
                ("idleRule.cpuPercent", rule.CpuPercent, rule.CpuPercent is >= 1 and <= 100),
                ("idleRule.gpuPercent", rule.GpuPercent, rule.GpuPercent is >= 1 and <= 100),
                ("idleRule.minutes", rule.Minutes, rule.Minutes >= 1),
            })
            {
                if (!fits)
                    yield return _range.At(field, $"{field} = {value}", ("value", value), ("field", field));
            }
            if (rule.Minutes > Week)
                yield return _endless.At("idleRule.minutes", $"minutes = {rule.Minutes}", ("minutes", rule.Minutes), ("days", rule.Minutes / (24 * 60)));
        }
        if (context.Skus.Find(spec.Sku) is not { HasGpu: true } sku)
            yield break;
        if (spec.IdleRule is null)
            yield return _none.At("idleRule", SkuFit.Shape(sku), ("sku", sku.Type));
        if (sku.GpuCount > 1)
            yield return _many.At("sku", SkuFit.Shape(sku), ("sku", sku.Type), ("gpus", sku.GpuCount));
    }
}
