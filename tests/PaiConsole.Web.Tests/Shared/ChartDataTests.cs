using PaiConsole.Engine.Listing;
using PaiConsole.Web.Shared.Instruments;

namespace PaiConsole.Web.Tests.Shared;

public class ChartDataTests
{
    [Fact]
    public void Series_with_times_of_their_own_share_one_axis_with_gaps()
    {
        var data = ChartData.From([new MetricSeries("a", [10, 30], [1, 3]), new MetricSeries("b", [20, 30], [2, double.NaN])]);

        Assert.Equal([10, 20, 30], data.Times);
        Assert.Equal([1, double.NaN, 3], data.Values[0]);
        Assert.Equal([double.NaN, 2, double.NaN], data.Values[1]);
    }

    [Fact]
    public void Nothing_but_gaps_is_nothing() => Assert.False(ChartData.From([new MetricSeries("a", [10], [double.NaN])]).HasValues);
}
