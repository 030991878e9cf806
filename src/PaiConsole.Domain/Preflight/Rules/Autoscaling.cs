using System.Globalization;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>CreateServiceAutoScaler: bounds and per-replica targets.</summary>
internal sealed class Autoscaling : IServiceRule
{
    private const int Most = 1000;
    private static readonly string[] _metrics = ["qps", "cpu", "gpu[util]"];

    private static readonly FindingKind _bounds = new(
        "autoscaler-bounds", Severity.Error, "An autoscaler needs 0 <= min < max <= 1000, not {min} and {max}.", "Set min and max.");
    private static readonly FindingKind _none = new(
        "autoscaler-no-metric", Severity.Error, "The autoscaler has no metric to follow.", "Give one of {known} with a target.");
    private static readonly FindingKind _metric = new(
        "autoscaler-metric", Severity.Error, "EAS does not scale by {metric}.", "Use one of {known}.");
    private static readonly FindingKind _target = new(
        "autoscaler-target", Severity.Error, "The target of {metric} must be above 0, and up to 100 where it is a percentage; it is {target}.", "Set the target per replica.");
    private static readonly FindingKind _cold = new(
        "scale-to-zero", Severity.Info, "With min 0 the service stops when nobody calls; the first call then waits minutes for a cold start.", "Set min to 1 for an answer at any time.");
    private static readonly FindingKind _outside = new(
        "replicas-outside-bounds", Severity.Warning, "{replicas} replicas are asked for, and the autoscaler keeps them from {min} to {max}.", "Start inside the bounds.");

    public IReadOnlyList<FindingKind> Kinds => [_bounds, _none, _metric, _target, _cold, _outside];

    public IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context)
    {
        if (spec.Autoscaler is not { } scaler)
            yield break;
        var known = string.Join(", ", _metrics);
        var bounds = string.Create(CultureInfo.InvariantCulture, $"min {scaler.Min}, max {scaler.Max}");
        if (scaler.Min < 0 || scaler.Max <= scaler.Min || scaler.Max > Most)
            yield return _bounds.At("autoscaler", bounds, ("min", scaler.Min), ("max", scaler.Max));
        else if (spec.Replicas < scaler.Min || spec.Replicas > scaler.Max)
            yield return _outside.At("replicas", bounds, ("replicas", spec.Replicas), ("min", scaler.Min), ("max", scaler.Max));
        if (scaler.Min == 0)
            yield return _cold.At("autoscaler.min", bounds);
        if (scaler.Metrics.Count == 0)
            yield return _none.At("autoscaler.metrics", null, ("known", known));
        foreach (var (metric, target) in scaler.Metrics)
        {
            if (!_metrics.Contains(metric, StringComparer.Ordinal))
                yield return _metric.At($"autoscaler.metrics.{metric}", metric, ("metric", metric), ("known", known));
            else if (target <= 0 || metric != "qps" && target > 100)
                yield return _target.At($"autoscaler.metrics.{metric}", target.ToString(CultureInfo.InvariantCulture), ("metric", metric), ("target", target));
        }
    }
}
