using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs.Estimators;
using PaiConsole.Domain.Jobs.Manifests;
using PaiConsole.Domain.Jobs.Sweeps;

namespace PaiConsole.Domain.Preflight;

/// <summary>Every kind of finding there is, so that translations can be checked for gaps.</summary>
public static class FindingTemplates
{
    /// <summary>The kinds in order of rule id.</summary>
    public static IReadOnlyList<FindingKind> Kinds { get; } =
        [.. JobPreflight.Rules.Cast<IRule>().Concat(NotebookPreflight.Rules).Concat(ServicePreflight.Rules)
            .SelectMany(rule => rule.Kinds)
            .Append(SkuFit.NoFit).Append(EnvText.NameTwice).Append(EnvText.NoValue).Concat(ManifestKinds.All).Concat(EstimatorKinds.All).Concat(SweepKinds.All)
            .Distinct().OrderBy(kind => kind.Rule, StringComparer.Ordinal)];

    /// <summary>Rule id to English message with {named} holes.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        Kinds.ToDictionary(kind => kind.Rule, kind => kind.Message, StringComparer.Ordinal);

    /// <summary>Rule id to English fix with {named} holes, for the rules that have one.</summary>
    public static IReadOnlyDictionary<string, string> Fixes { get; } =
        Kinds.Where(kind => kind.Fix is not null).ToDictionary(kind => kind.Rule, kind => kind.Fix!, StringComparer.Ordinal);
}
