namespace PaiConsole.Domain.Costs;

/// <summary>When people are at work where the region is: Monday to Friday, between two hours of the day.</summary>
/// <param name="From">Begin of the day's work.</param>
/// <param name="To">Its end, later than the begin.</param>
public sealed record WorkHours(TimeOnly From, TimeOnly To)
{
    /// <summary>09:00 to 19:00.</summary>
    public static WorkHours Usual { get; } = new(new TimeOnly(9, 0), new TimeOnly(19, 0));

    /// <summary>Somebody is expected to be at work.</summary>
    public bool Contains(DateTimeOffset there)
    {
        var time = TimeOnly.FromTimeSpan(there.TimeOfDay);
        return IsWorkday(there) && time >= From && time < To;
    }

    /// <summary>When the work ended last before an instant outside of it; the instant itself while people work.</summary>
    public DateTimeOffset LastEnd(DateTimeOffset there)
    {
        if (Contains(there))
            return there;
        var day = there.TimeOfDay >= To.ToTimeSpan() && IsWorkday(there) ? Day(there) : Day(there).AddDays(-1);
        while (!IsWorkday(day))
            day = day.AddDays(-1);
        return day + To.ToTimeSpan();
    }

    /// <summary>The next time of day at which work ends, be it a workday or not.</summary>
    public DateTimeOffset NextEnd(DateTimeOffset there) => Day(there) + To.ToTimeSpan() is var today && today > there ? today : today.AddDays(1);

    /// <summary>
    /// The weekend to report on: from the end of Friday's work to Monday morning. During a weekend and on Monday it is that
    /// one, otherwise the last.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset To) Weekend(DateTimeOffset there)
    {
        var back = ((int)there.DayOfWeek - (int)DayOfWeek.Friday + 7) % 7;
        var friday = Day(there).AddDays(-back) + To.ToTimeSpan();
        if (friday > there)
            friday = friday.AddDays(-7);
        return (friday, Day(friday).AddDays(3) + From.ToTimeSpan());
    }

    private static bool IsWorkday(DateTimeOffset there) => there.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateTimeOffset Day(DateTimeOffset there) => new(there.Date, there.Offset);
}
