using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>
/// A notebook has one machine and waits for it: without stock it hangs in Queuing. A job may well wait, so this is not said of jobs.
/// </summary>
internal sealed class NotebookStock : INotebookRule
{
    private static readonly FindingKind _none = new(
        "sku-no-stock", Severity.Error, "The cloud has no {sku} to give in {region} now.", "In stock with the same or more: {near}.");

    public IReadOnlyList<FindingKind> Kinds => [_none];

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context)
    {
        if (context.Skus.Find(spec.Sku) is not { } sku || context.Availability.GetValueOrDefault(sku.Type, true))
            yield break;
        yield return _none.At("sku", "DSW ListEcsSpecs: IsAvailable = false", ("sku", sku.Type), ("region", context.Region), ("near", InStead(sku, context)));
    }

    private static string InStead(Sku sku, PreflightContext context)
    {
        var need = new ComputeLimits(sku.GpuCount, sku.Vcpu, sku.MemoryGib);
        var inStock = new SkuCatalogue(context.Skus.All.Where(other =>
            context.Availability.GetValueOrDefault(other.Type) && (other.GpuMemoryGib ?? 0) >= (sku.GpuMemoryGib ?? 0)));
        var fitting = SkuFit.Find(need, inStock, context.Prices, context.Region).Ranked.Where(candidate => candidate.Fits).Take(2);
        return string.Join(", ", fitting.Select(candidate => candidate.Sku.Type)) is { Length: > 0 } names ? names : "none";
    }
}
