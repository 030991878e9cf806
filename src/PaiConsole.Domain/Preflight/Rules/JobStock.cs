using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>A job may wait for machines, but whoever submits it should know that it will.</summary>
internal sealed class JobStock : IJobRule
{
    private static readonly FindingKind _none = new(
        "job-sku-no-stock", Severity.Warning, "The cloud has no {sku} to give in {region} now: the job would wait in the queue.", "Wait, or take another type.");
    private static readonly FindingKind _noSpot = new(
        "spot-no-stock", Severity.Warning, "There is no spot capacity of {sku} in {region} now.", "Run it on demand, or take another type.");

    public IReadOnlyList<FindingKind> Kinds => [_none, _noSpot];

    public bool Applies(JobSpec spec, PreflightContext context) =>
        spec.Roles.Any(role => context.Availability.ContainsKey(role.Sku) || context.Spot.ContainsKey(role.Sku));

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        foreach (var (sku, index) in spec.Roles.Select((role, index) => (role.Sku, index)).DistinctBy(role => role.Sku))
        {
            if (!context.Availability.GetValueOrDefault(sku, true))
                yield return _none.At($"roles[{index}].sku", "DSW ListEcsSpecs: IsAvailable = false", ("sku", sku), ("region", context.Region));
            else if (spec.Spot is not null && context.Spot.GetValueOrDefault(sku)?.InStock == false)
                yield return _noSpot.At($"roles[{index}].sku", "DLC ListEcsSpecs: SpotStockStatus", ("sku", sku), ("region", context.Region));
        }
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) =>
        context.Skus.Find(finding.Args["sku"]) is { } now
        && RepairKinds.TakeSku(spec, now, context, other =>
            other.GpuCount == now.GpuCount && other.HasGpu == now.HasGpu && (other.GpuMemoryGib ?? 0) >= (now.GpuMemoryGib ?? 0) && (other.MemoryGib ?? 0) >= (now.MemoryGib ?? 0)
            && (finding.Rule == _none.Rule || context.Spot.GetValueOrDefault(other.Type)?.InStock == true)) is { } repair
            ? [repair]
            : [];
}
