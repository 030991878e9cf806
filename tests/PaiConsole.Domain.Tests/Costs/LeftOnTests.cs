using System.Globalization;
using PaiConsole.Domain.Costs;

namespace PaiConsole.Domain.Tests.Costs;

public class LeftOnTests
{
    [Theory]
    // 2026-11-27 is a Friday; 18:00 in Shanghai is 10:00 UTC, and Monday 09:00 there is 01:00 UTC.
    [InlineData("2026-11-27T10:00:00Z", "cn-shanghai", "2026-11-30T01:00:00Z", "63")]
    [InlineData("2026-11-27T10:00:00Z", "eu-central-1", "2026-11-30T09:00:00Z", "71")]
    // Early on Monday it is the same day; at nine it is a week.
    [InlineData("2026-11-30T00:00:00Z", "cn-shanghai", "2026-11-30T01:00:00Z", "1")]
    [InlineData("2026-11-30T01:00:00Z", "cn-shanghai", "2026-12-07T01:00:00Z", "168")]
    // Sunday evening UTC is Monday morning in Shanghai.
    [InlineData("2026-11-29T23:30:00Z", "cn-shanghai", "2026-11-30T01:00:00Z", "1.5")]
    public void Left_on_until_monday_morning_where_the_region_is(string now, string region, string monday, string hours)
    {
        var span = decimal.Parse(hours, CultureInfo.InvariantCulture);
        var left = LeftOn.Of(Money.Cny(31.58m), DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), region);

        Assert.Equal(DateTimeOffset.Parse(monday, CultureInfo.InvariantCulture), left.Monday);
        Assert.Equal(Money.Cny(31.58m * span), left.UntilMonday);
        Assert.Equal(Money.Cny(31.58m * 720), left.PerMonth);
    }
}
