using PaiConsole.Domain.Costs;

namespace PaiConsole.Domain.Tests.Costs;

public sealed class WorkHoursTests
{
    [Theory]
    [InlineData("2026-11-20T18:59:59+08:00", true)]
    [InlineData("2026-11-20T19:00:00+08:00", false)]
    [InlineData("2026-11-20T08:59:59+08:00", false)]
    [InlineData("2026-11-21T12:00:00+08:00", false)]
    public void People_work_from_nine_to_seven_on_weekdays(string there, bool works) =>
        Assert.Equal(works, WorkHours.Usual.Contains(DateTimeOffset.Parse(there, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-20T21:00:00+08:00", "2026-11-20T19:00:00+08:00")]
    [InlineData("2026-11-22T12:00:00+08:00", "2026-11-20T19:00:00+08:00")]
    [InlineData("2026-11-23T07:00:00+08:00", "2026-11-20T19:00:00+08:00")]
    [InlineData("2026-11-24T07:00:00+08:00", "2026-11-23T19:00:00+08:00")]
    public void The_last_end_of_work_is_found_over_a_weekend(string there, string end) => Assert.Equal(
        DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture),
        WorkHours.Usual.LastEnd(DateTimeOffset.Parse(there, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-20T18:00:00+08:00", "2026-11-13T19:00:00+08:00")]
    [InlineData("2026-11-20T19:00:00+08:00", "2026-11-20T19:00:00+08:00")]
    [InlineData("2026-11-22T12:00:00+08:00", "2026-11-20T19:00:00+08:00")]
    [InlineData("2026-11-23T09:30:00+08:00", "2026-11-20T19:00:00+08:00")]
    public void The_weekend_begins_with_the_end_of_fridays_work_and_lasts_to_monday_morning(string there, string from)
    {
        var weekend = WorkHours.Usual.Weekend(DateTimeOffset.Parse(there, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture), weekend.From);
        Assert.Equal(TimeSpan.FromHours(62), weekend.To - weekend.From);
    }
}
