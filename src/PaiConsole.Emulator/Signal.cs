namespace PaiConsole.Emulator;

/// <summary>Repeatable randomness for metrics and logs: the same key and time always give the same value, whenever it is asked.</summary>
internal static class Signal
{
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    /// <summary>A 64-bit hash that is the same in every process.</summary>
    public static ulong Hash(string key, long salt)
    {
        var hash = 14695981039346656037UL ^ (ulong)salt * 0x9E3779B97F4A7C15UL;
        foreach (var letter in key)
            hash = (hash ^ letter) * 1099511628211UL;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }

    /// <summary>Between 0 and 1.</summary>
    public static double Unit(string key, long salt) => (Hash(key, salt) >> 11) / (double)(1UL << 53);

    /// <summary>Smooth noise between 0 and 1 that changes over about <paramref name="seconds"/>.</summary>
    public static double Noise(string key, DateTimeOffset at, int seconds)
    {
        var position = at.ToUnixTimeMilliseconds() / 1000.0 / seconds;
        var cell = (long)Math.Floor(position);
        var part = position - cell;
        part = part * part * (3 - 2 * part);
        return Unit(key, cell) * (1 - part) + Unit(key, cell + 1) * part;
    }

    /// <summary>How busy people are, 0 to 1: a working day in China with lunch and a long evening, and quiet weekends.</summary>
    public static double WorkingHours(DateTimeOffset at)
    {
        var local = at.ToOffset(ChinaTime);
        var hour = local.TimeOfDay.TotalHours;
        var day = Bump(hour, 11, 2.2) + Bump(hour, 15.8, 2.6) + 0.55 * Bump(hour, 20.5, 2);
        var weekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.3 : 1;
        return Math.Clamp(day * weekend, 0.02, 1);
    }

    private static double Bump(double hour, double middle, double width) => Math.Exp(-(hour - middle) * (hour - middle) / (2 * width * width));
}
