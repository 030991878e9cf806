using System.Globalization;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Spot terms, and what spot means for a job.</summary>
internal sealed class Spot : IJobRule
{
    private static readonly FindingKind _one = new(
        "spot-one-limit", Severity.Error, "Spot takes exactly one limit, a discount or a price; {given} is given.", "Give discountLimit or priceLimitPerMinute.");
    private static readonly FindingKind _discount = new(
        "spot-discount", Severity.Error, "A discount limit is a fraction of the list price above 0 and up to 1, not {limit}.", "Write 0.8 to pay at most 80 % of the list price.");
    private static readonly FindingKind _price = new(
        "spot-price", Severity.Error, "A price limit is above 0 CNY per minute, not {limit}.", "Give CNY per minute: an hourly price divided by 60.");
    private static readonly FindingKind _hourly = new(
        "spot-price-hourly", Severity.Warning, "The price limit of {limit} CNY per minute is above the list price of {list} per hour.", "Divide an hourly price by 60.");
    private static readonly FindingKind _pyTorch = new(
        "spot-pytorch-only", Severity.Warning, "General-purpose spot machines take PyTorch jobs only; this is a {type}.", "Run it on demand, or as a PyTorchJob.");
    private static readonly FindingKind _reclaim = new(
        "spot-reclaimed", Severity.Info, "When a spot machine is reclaimed the job fails and stops; DLC does not start it again.",
        "Write checkpoints often and let the script resume from the last one.");

    public IReadOnlyList<FindingKind> Kinds => [_one, _discount, _price, _hourly, _pyTorch, _reclaim];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Spot is not null;

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) => spec.Spot is not { } spot ? []
        : finding.Rule == _one.Rule ? [Discount(spec, spot.DiscountLimit is > 0 and <= 1 and var given ? given : 1)]
        : finding.Rule == _discount.Rule && spot.DiscountLimit is > 1 and <= 100 and var percent ? [Discount(spec, percent / 100)]
        : finding.Rule == _hourly.Rule && spot.PriceLimitPerMinute is { } hourly
            ? [RepairKinds.PerMinute.Of(spec with { Spot = spot with { PriceLimitPerMinute = decimal.Round(hourly / 60, 4) } }, ("limit", Text(decimal.Round(hourly / 60, 4))))]
        : finding.Rule == _pyTorch.Rule && LaunchCommand.Parse(spec.Command).Launcher == "torchrun" && spec.Roles.All(role => role.Type is "Master" or "Worker")
            ? [RepairKinds.Type.Of(spec with { Type = "PyTorchJob" }, ("type", "PyTorchJob"))]
        : [];

    private static JobRepair Discount(JobSpec spec, decimal limit) =>
        RepairKinds.Discount.Of(spec with { Spot = new SpotTerms(limit, null) }, ("percent", Text(decimal.Round(limit * 100, 2) / 1.000000m)));

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (spec.Spot is not { } spot)
            yield break;
        if (spot.DiscountLimit is null == spot.PriceLimitPerMinute is null)
            yield return _one.At("spot", null, ("given", spot.DiscountLimit is null ? "neither" : "both"));
        if (spot.DiscountLimit is { } discount and (<= 0 or > 1))
            yield return _discount.At("spot.discountLimit", Text(discount), ("limit", discount));
        if (spot.PriceLimitPerMinute is { } limit)
        {
            var dearest = spec.Roles.Select(role => context.Prices.Find(role.Sku, context.Region)?.PerHour)
                .OfType<Money>().Where(price => price.Currency == "CNY").Cast<Money?>().MaxBy(price => price?.Amount);
            if (limit <= 0)
                yield return _price.At("spot.priceLimitPerMinute", Text(limit), ("limit", limit));
            else if (dearest is { } list && limit > list.Amount)
                yield return _hourly.At("spot.priceLimitPerMinute", $"{Text(limit)} × 60 = {Text(limit * 60)} CNY/h; list {list}/h", ("limit", limit), ("list", list));
        }
        if (spec.Type != "PyTorchJob")
            yield return _pyTorch.At("spot", spec.Type, ("type", spec.Type));
        yield return _reclaim.At("spot", null);
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
