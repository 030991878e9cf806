using System.Globalization;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.World;

/// <summary>The times a metric is asked for.</summary>
/// <param name="From">First instant.</param>
/// <param name="To">Last instant.</param>
/// <param name="Step">Distance of points.</param>
internal sealed record TimeWindow(DateTimeOffset From, DateTimeOffset To, TimeSpan Step)
{
    private const int MostPoints = 11_000;

    /// <summary>Reads StartTime, EndTime and TimeStep (<c>30s</c>, <c>5m</c>, <c>1h</c>); the last hour in steps of 5 minutes where absent.</summary>
    public static TimeWindow Of(WireCall call)
    {
        var to = call.Instant("EndTime") ?? call.Now;
        TimeWindow window = new(call.Instant("StartTime") ?? to - TimeSpan.FromHours(1), to > call.Now ? call.Now : to, StepOf(call));
        return (window.To - window.From) / window.Step <= MostPoints
            ? window
            : throw WireError.Invalid(call.Spec.Product, FormattableString.Invariant($"More than {MostPoints} points: ask for a longer TimeStep or a shorter time."));
    }

    /// <summary>Instants on whole steps inside the window.</summary>
    public IEnumerable<DateTimeOffset> Points()
    {
        var step = (long)Step.TotalSeconds;
        for (var at = (From.ToUnixTimeSeconds() + step - 1) / step * step; at <= To.ToUnixTimeSeconds(); at += step)
            yield return DateTimeOffset.FromUnixTimeSeconds(at);
    }

    private static TimeSpan StepOf(WireCall call)
    {
        var text = call.Text("TimeStep") ?? "5m";
        if (int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            switch (text[^1])
            {
                case 's': return TimeSpan.FromSeconds(count);
                case 'm': return TimeSpan.FromMinutes(count);
                case 'h': return TimeSpan.FromHours(count);
                case 'd': return TimeSpan.FromDays(count);
            }

        throw WireError.Invalid(call.Spec.Product, $"TimeStep '{text}' is not a number followed by s, m, h or d.");
    }
}
