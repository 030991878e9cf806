using System.Text.Json;
using System.Text.Json.Nodes;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>One metric to scale by.</summary>
/// <param name="Metric"><c>qps</c>, <c>cpu</c> or <c>gpu[util]</c>.</param>
/// <param name="Threshold">Per instance: requests per second, or percent.</param>
/// <param name="Service">Service whose metric is taken; null for the service itself.</param>
internal sealed record Strategy(string Metric, double Threshold, string? Service);

/// <summary>How a service scales by itself.</summary>
internal sealed record AutoscalerRule(int Min, int Max, IReadOnlyList<Strategy> Strategies)
{
    private const int MostInstances = 1000;
    private static readonly string[] Metrics = ["qps", "cpu", "gpu[util]"];

    /// <summary>Seconds a higher number must have been wanted without a break.</summary>
    public int UpWindow { get; init; }

    /// <summary>Seconds a lower number must have been wanted without a break.</summary>
    public int DownWindow { get; init; } = 300;

    /// <summary>Seconds without any traffic before the last instance goes; only where <see cref="Min"/> is 0.</summary>
    public int ZeroGrace { get; init; } = 600;

    /// <summary>Instances that the first request after that brings back.</summary>
    public int Activation { get; init; } = 1;

    /// <summary>The body of CreateServiceAutoScaler and UpdateServiceAutoScaler.</summary>
    /// <exception cref="WireException">Not a rule.</exception>
    public static AutoscalerRule FromCall(JsonElement body)
    {
        var behavior = body.Field("behavior");
        AutoscalerRule rule = new(
            (int)(body.Long("min") ?? 0),
            (int)(body.Long("max") ?? 0),
            [.. (body.Field("scaleStrategies")?.EnumerateArray() ?? default).Select(s => new Strategy(s.Text("metricName") ?? "", s.Number("threshold") ?? 0, s.Text("service")))])
        {
            UpWindow = (int)(behavior?.Field("scaleUp")?.Long("stabilizationWindowSeconds") ?? 0),
            DownWindow = (int)(behavior?.Field("scaleDown")?.Long("stabilizationWindowSeconds") ?? 300),
            ZeroGrace = (int)(behavior?.Field("onZero")?.Long("scaleDownGracePeriodSeconds") ?? 600),
            Activation = (int)(behavior?.Field("onZero")?.Long("scaleUpActivationReplicas") ?? 1),
        };
        List<string> faults = [];
        rule.Check(faults);
        return faults.Count == 0 ? rule : throw WireError.Invalid(Product.Eas, string.Join("; ", faults) + ".");
    }

    /// <summary>The <c>autoscaler</c> of a service document, where strategies are a map of metric to threshold; null where there is none.</summary>
    public static AutoscalerRule? FromDocument(ServiceDocument document, List<string> faults)
    {
        if (document["autoscaler"] is not JsonObject)
            return null;
        AutoscalerRule rule = new(
            (int)(document.Number("autoscaler.min") ?? 0),
            (int)(document.Number("autoscaler.max") ?? 0),
            [.. (document["autoscaler.strategies"] as JsonObject ?? []).Select(s => new Strategy(s.Key, double.Parse(s.Value?.ToString() ?? "0", System.Globalization.CultureInfo.InvariantCulture), null))])
        {
            UpWindow = (int)(document.Number("autoscaler.behavior.scaleUp.stabilizationWindowSeconds") ?? 0),
            DownWindow = (int)(document.Number("autoscaler.behavior.scaleDown.stabilizationWindowSeconds") ?? 300),
            ZeroGrace = (int)(document.Number("autoscaler.behavior.onZero.scaleDownGracePeriodSeconds") ?? 600),
            Activation = (int)(document.Number("autoscaler.behavior.onZero.scaleUpActivationReplicas") ?? 1),
        };
        rule.Check(faults);
        return rule;
    }

    private void Check(List<string> faults)
    {
        if (Min < 0 || Max > MostInstances || Max <= Min)
            faults.Add(FormattableString.Invariant($"autoscaler needs 0 <= min < max <= {MostInstances}, not min {Min} and max {Max}"));
        if (Strategies.Count == 0)
            faults.Add("autoscaler needs at least one strategy");
        foreach (var strategy in Strategies)
        {
            if (!Metrics.Contains(strategy.Metric, StringComparer.OrdinalIgnoreCase))
                faults.Add($"autoscaler metric '{strategy.Metric}' is not one of {string.Join(", ", Metrics)}");
            if (strategy.Threshold <= 0)
                faults.Add($"autoscaler threshold of {strategy.Metric} must be greater than 0");
        }

        if (UpWindow < 0 || DownWindow < 0 || ZeroGrace < 0 || Activation < 1)
            faults.Add("autoscaler windows must not be negative, and an activation brings at least one instance");
    }
}
