namespace PaiConsole.Bench.Harness;

/// <summary>What one side took, round by round, in milliseconds.</summary>
internal sealed class Series
{
    private readonly List<double> _sorted = [];

    public void Add(double milliseconds)
    {
        var at = _sorted.BinarySearch(milliseconds);
        _sorted.Insert(at < 0 ? ~at : at, milliseconds);
    }

    public int Count => _sorted.Count;
    public double Min => _sorted[0];
    public double Max => _sorted[^1];
    public double Median => Quantile(0.5);

    /// <summary>The value that this share of the rounds stayed at or below.</summary>
    public double Quantile(double share) => _sorted[(int)Math.Min(_sorted.Count - 1, Math.Floor(share * _sorted.Count))];
}
