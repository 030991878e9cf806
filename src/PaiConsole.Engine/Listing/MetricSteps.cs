using PaiConsole.Cloud;

namespace PaiConsole.Engine.Listing;

/// <summary>Resolution of a metric query, and its answer as series with their gaps kept.</summary>
internal static class MetricSteps
{
    public static string For(TimeSpan back) => Step(back) is var step && step.TotalHours >= 1 ? $"{(int)step.TotalHours}h" : $"{(int)step.TotalMinutes}m";

    /// <summary>The distance of points that a span is asked for with.</summary>
    public static TimeSpan Step(TimeSpan back) => back.TotalHours switch
    {
        <= 3 => TimeSpan.FromMinutes(1),
        <= 12 => TimeSpan.FromMinutes(5),
        <= 48 => TimeSpan.FromMinutes(15),
        _ => TimeSpan.FromHours(1),
    };

    public static IReadOnlyList<MetricSeries> Series(IReadOnlyList<PodMetric>? pods, TimeSpan back)
    {
        var step = Step(back).TotalSeconds;
        return [.. (pods ?? []).Select(pod => Series(pod, step))];
    }

    private static MetricSeries Series(PodMetric pod, double step)
    {
        var times = new List<double>();
        var values = new List<double>();
        foreach (var point in (pod.Metrics ?? []).Where(point => point.Time is not null).OrderBy(point => point.Time))
        {
            var at = (double)point.Time!.Value;
            // A missing point must show as a gap, not as a line drawn across it.
            if (times.Count > 0 && at - times[^1] > 1.5 * step)
            {
                times.Add(times[^1] + step);
                values.Add(double.NaN);
            }
            times.Add(at);
            values.Add(point.Value ?? double.NaN);
        }
        return new MetricSeries(pod.PodId ?? "", times, values);
    }
}
