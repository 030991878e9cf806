using System.Globalization;

namespace PaiConsole.Bench.Harness;

/// <summary>
/// Prints each goal as product, floor and ratio. Counts must hold exactly; a ratio fails the run only beyond twice its
/// goal, since a shared machine is never that exact.
/// </summary>
internal sealed class Report(TextWriter output)
{
    /// <summary>A floor that varies more than this between rounds measures the machine, not the work.</summary>
    private const double MostUnrest = 3;

    private readonly List<string> _failures = [];

    /// <summary>What failed the run.</summary>
    public IReadOnlyList<string> Failures => _failures;

    public void Title(string text)
    {
        output.WriteLine();
        output.WriteLine(text);
    }

    public void Note(string text) => output.WriteLine($"    {text}");

    /// <summary>A time as a ratio of medians to its floor.</summary>
    public void Ratio(string work, Series floor, Series product, double goal)
    {
        var ratio = product.Median / floor.Median;
        var shaky = floor.Max / floor.Min > MostUnrest;
        var verdict = shaky ? "NOT JUDGED, the floor is unsteady" : ratio <= goal ? "holds" : "MISSES";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {work,-58} product {Text(product)}  floor {Text(floor)}  {ratio,6:0.00}x  goal {goal:0.##}x  {verdict}"));
        if (!shaky && ratio > 2 * goal)
            _failures.Add($"{work}: {ratio:0.00}x, goal {goal}x");
    }

    /// <summary>A number as a ratio to its floor, such as bytes; lower is better.</summary>
    public void Ratio(string work, string unit, double floor, double product, double goal)
    {
        var ratio = product / floor;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {work,-58} product {product:N1} {unit}  floor {floor:N1} {unit}  {ratio,6:0.00}x  goal {goal:0.##}x  {(ratio <= goal ? "holds" : "MISSES")}"));
        if (ratio > 2 * goal)
            _failures.Add($"{work}: {ratio:0.00}x, goal {goal}x");
    }

    /// <summary>A value with a limit of its own, such as a percentile in milliseconds that its floor gives.</summary>
    public void AtMost(string work, string unit, double value, double limit)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {work,-58} {value:N1} {unit}  limit {limit:N1} {unit}  {(value <= limit ? "holds" : "MISSES")}"));
        if (value > 2 * limit)
            _failures.Add($"{work}: {value:0.0} {unit}, limit {limit:0.0}");
    }

    /// <summary>A count, which must be exactly what the goal says.</summary>
    public void Count(string work, long value, long goal)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {work,-58} {value:N0}  goal {goal:N0}  {(value == goal ? "holds" : "FAILS")}"));
        if (value != goal)
            _failures.Add($"{work}: {value}, goal {goal}");
    }

    private static string Text(Series series) =>
        string.Create(CultureInfo.InvariantCulture, $"{series.Median:0.00} ms (min {series.Min:0.00})");
}
