namespace PaiConsole.Domain.Jobs.Comparing;

/// <summary>Which way is better.</summary>
public enum Better
{
    /// <summary>Neither, or it depends.</summary>
    Unknown,
    /// <summary>Less is better.</summary>
    Less,
    /// <summary>More is better.</summary>
    More,
}

/// <summary>A figure of several jobs.</summary>
/// <param name="Key">Stable word, such as <c>loss</c>.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="Values">One for each job; null where it is unknown.</param>
public sealed record Measure(string Key, Better Better, IReadOnlyList<decimal?> Values)
{
    /// <summary>The value is the best of those that are known; never where all are equal, or fewer than two are known.</summary>
    public bool IsBest(int at)
    {
        var known = Values.OfType<decimal>().ToList();
        return Better != Better.Unknown && known.Distinct().Skip(1).Any() && Values[at] is { } value && value == (Better == Better.Less ? known.Min() : known.Max());
    }
}
