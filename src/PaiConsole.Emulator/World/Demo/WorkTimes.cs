namespace PaiConsole.Emulator.World.Demo;

/// <summary>Times at which people of this team do things: in working hours in China, on few weekends.</summary>
internal static class WorkTimes
{
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    /// <summary>That hour, in China, of the day of an instant.</summary>
    public static DateTimeOffset At(DateTimeOffset day, double hour)
    {
        var local = day.ToOffset(ChinaTime);
        return local.AddSeconds(Math.Round(hour * 3600) - Math.Floor(local.TimeOfDay.TotalSeconds)).ToUniversalTime();
    }

    /// <summary>So many times between two instants, oldest first.</summary>
    public static DateTimeOffset[] Between(Dice dice, DateTimeOffset from, DateTimeOffset to, int count)
    {
        List<DateTimeOffset> times = new(count);
        var seconds = (int)(to - from).TotalSeconds;
        while (times.Count < count)
        {
            var at = from.AddSeconds(dice.Next(seconds));
            var weekend = at.ToOffset(ChinaTime).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.5 : 1;
            if (dice.Happens(Signal.WorkingHours(at) * weekend))
                times.Add(at);
        }

        times.Sort();
        return [.. times];
    }
}
