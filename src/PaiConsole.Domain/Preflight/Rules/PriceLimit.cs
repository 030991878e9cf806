using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>A run costs no more per hour than its owner allows. On spot the list price is the ceiling, and so what is compared.</summary>
internal sealed class PriceLimit : IJobRule
{
    private static readonly FindingKind _above = new(
        "price-above-limit", Severity.Error, "The job costs {price} per hour, more than the limit of {limit}.", "Take fewer or cheaper machines, or raise the limit.");
    private static readonly FindingKind _unknown = new(
        "price-limit-unchecked", Severity.Warning, "Whether the job stays below {limit} per hour is not known: the price of a type is missing.", "Choose a type with a price.");

    public IReadOnlyList<FindingKind> Kinds => [_above, _unknown];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Plan?.MaxPerHour is not null && spec.Roles.Any(role => role.Sku.Length > 0);

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (spec.Plan?.MaxPerHour is not { } limit)
            yield break;
        var rate = CostRules.RateIfRunning(spec, context.Prices, context.Region);
        if (rate.PerHour is not { } price)
            yield return _unknown.At("plan.maxPerHour", rate.Why, ("limit", Money.Cny(Bounded(limit))));
        else if (price.Currency == "CNY" && price.Amount > limit)
            yield return _above.At("plan.maxPerHour", rate.Why, ("price", price), ("limit", Money.Cny(Bounded(limit))));
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        if (finding.Rule != _above.Rule || spec.Roles.Select(role => context.Skus.Find(role.Sku)).FirstOrDefault() is not { } now)
            return [];
        return RepairKinds.TakeSku(spec, now, context, other => other.GpuCount == now.GpuCount && other.HasGpu == now.HasGpu && Affordable(other)) is { } repair ? [repair] : [];

        bool Affordable(Sku other) => CostRules.RateIfRunning(
            spec with { Roles = [.. spec.Roles.Select(role => role.Sku == now.Type ? role with { Sku = other.Type } : role)] },
            context.Prices, context.Region).PerHour is { } price && price.Amount <= spec.Plan!.MaxPerHour;
    }

    private static decimal Bounded(decimal limit) => Math.Clamp(limit, -1_000_000_000m, 1_000_000_000m);
}
