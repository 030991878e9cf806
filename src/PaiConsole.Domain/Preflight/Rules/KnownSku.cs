using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>The instance type exists, and what it costs is known.</summary>
internal sealed class KnownSku : IJobRule, INotebookRule, IServiceRule
{
    private static readonly FindingKind _unknown = new(
        "sku-unknown", Severity.Error, "There is no known instance type {sku}.", "Choose one from the list. Names that come near: {near}.");

    private static readonly FindingKind _misnamed = new(
        "sku-misnamed", Severity.Error, "There is no instance type {sku}: {why}.", "Take {instead}.");

    private static readonly FindingKind _abstract = new(
        "sku-abstract", Severity.Error, "{sku} is a size of another service; here a machine is named by its ECS instance type.", "The nearest ones are {near}.");

    private static readonly FindingKind _shape = new(
        "sku-shape-unknown", Severity.Warning, "The GPUs, vCPUs and memory of {sku} are not known, so they were not checked.");

    private static readonly FindingKind _price = new(
        "price-unknown", Severity.Info, "The price of {sku} in {region} is not known, so no cost can be shown.");

    public IReadOnlyList<FindingKind> Kinds => [_unknown, _misnamed, _abstract, _shape, _price];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Roles.Any(role => role.Sku.Length > 0);

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) => spec.Roles
        .SelectMany((role, index) => Check(role.Sku, $"roles[{index}].sku", context))
        .DistinctBy(finding => (finding.Rule, finding.Args.GetValueOrDefault("sku")));

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context) => Check(spec.Sku, "sku", context);

    public IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context) => Check(spec.Sku, "sku", context);

    private static IEnumerable<Finding> Check(string sku, string field, PreflightContext context)
    {
        if (string.IsNullOrWhiteSpace(sku))
            yield break;
        var priced = context.Prices.Find(sku, context.Region) is not null;
        var known = context.Skus.Find(sku);
        if (known is null && !priced)
        {
            yield return Refusal(sku, field, context);
            yield break;
        }
        if (known is null or { Vcpu: null, MemoryGib: null })
            yield return _shape.At(field, sku, ("sku", sku));
        if (!priced)
            yield return _price.At(field, sku, ("sku", sku), ("region", context.Region));
    }

    private static Finding Refusal(string sku, string field, PreflightContext context) =>
        MisnamedSku.Find(sku) is { } misnamed ? _misnamed.At(field, sku, ("sku", sku), ("why", misnamed.Why), ("instead", string.Join(" or ", misnamed.Instead)))
        : AbstractSize.Find(sku) is { } size ? _abstract.At(field, size.Holds, ("sku", sku), ("near", Names(size.Nearest(context.Skus, context.Prices, context.Region))))
        : _unknown.At(field, sku, ("sku", sku), ("near", Near(sku, context)));

    /// <summary>Types of the same family, or of any family that begins alike.</summary>
    private static string Near(string sku, PreflightContext context)
    {
        // A family is often written without its "ecs.".
        var whole = sku.StartsWith("ecs.", StringComparison.Ordinal) ? sku : "ecs." + sku;
        var near = context.Skus.All
            .Select(known => (known.Type, Alike: known.Type.Zip(whole).TakeWhile(pair => pair.First == pair.Second).Count()))
            .Where(known => known.Alike > "ecs.".Length)
            .OrderByDescending(known => known.Alike).ThenBy(known => known.Type, StringComparer.Ordinal)
            .Take(3).Select(known => known.Type);
        return Names(near);
    }

    private static string Names(IEnumerable<string> types) => string.Join(", ", types) is { Length: > 0 } names ? names : "none";
}
