namespace PaiConsole.Domain.Costs;

/// <summary>What it costs to leave something on: the figures that a rate per hour hides.</summary>
/// <param name="Monday">Next Monday, 09:00 where the region is.</param>
/// <param name="UntilMonday">Cost from now until then.</param>
/// <param name="PerMonth">Cost of 30 days.</param>
public sealed record LeftOn(DateTimeOffset Monday, Money UntilMonday, Money PerMonth)
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>From a rate.</summary>
    /// <param name="perHour">What an hour costs.</param>
    /// <param name="now">The present instant of the cloud's clock.</param>
    /// <param name="region">Region id; its clock is <see cref="RegionTime"/>'s.</param>
    public static LeftOn Of(Money perHour, DateTimeOffset now, string region)
    {
        var there = RegionTime.There(now, region);
        var today = new DateTimeOffset(there.Date, there.Offset);
        var monday = today.AddDays(((int)DayOfWeek.Monday - (int)there.DayOfWeek + 7) % 7) + Morning;
        if (monday <= there)
            monday = monday.AddDays(7);
        return new LeftOn(monday, perHour.ForDuration(monday - there), perHour.ForDuration(Month));
    }
}
