namespace PaiConsole.Emulator.Eas;

/// <summary>How many instances a metric asks for.</summary>
internal static class ScalingArithmetic
{
    /// <summary>A threshold of 10 acts at 11, not before.</summary>
    public const double Tolerance = 0.1;

    /// <summary><c>ceil(current × value ÷ threshold)</c>, and no change within the tolerance.</summary>
    /// <param name="current">Instances now.</param>
    /// <param name="value">Metric per instance.</param>
    /// <param name="threshold">What one instance should carry.</param>
    public static int Desired(int current, double value, double threshold)
    {
        var ratio = value / threshold;
        return Math.Abs(ratio - 1) < Tolerance ? current : (int)Math.Ceiling(Math.Round(current * ratio, 9));
    }
}
