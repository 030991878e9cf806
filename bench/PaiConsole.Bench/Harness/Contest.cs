using System.Diagnostics;

namespace PaiConsole.Bench.Harness;

/// <summary>
/// Measures two or more ways of doing the same work turn by turn, so that whatever else the machine does meets all of
/// them alike. One round warms up and is not counted.
/// </summary>
internal static class Contest
{
    public const int LeastRounds = 7;

    /// <param name="rounds">How often each side has its turn.</param>
    /// <param name="times">How often a side repeats its work in one turn, for work too short to time once.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="sides">The ways, the floor first.</param>
    public static async Task<IReadOnlyList<Series>> RunAsync(int rounds, int times, CancellationToken ct, params Func<CancellationToken, Task>[] sides)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, LeastRounds);
        var series = sides.Select(_ => new Series()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                // What the turn before left behind is not this side's bill.
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var start = Stopwatch.GetTimestamp();
                for (var time = 0; time < times; time++)
                    await sides[side](ct);
                if (round >= 0)
                    series[side].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds / times);
            }
        }
        return series;
    }
}
