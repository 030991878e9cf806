using Microsoft.AspNetCore.Components;
using PaiConsole.Web.Shared.Tables;

namespace PaiConsole.Web.Tests.Shared;

public class ListViewTests
{
    private sealed class Bar : NavigationManager
    {
        public Bar() => Initialize("http://localhost/", "http://localhost/jobs?tab=x");
    }

    [Fact]
    public void What_is_shown_comes_back_from_its_address()
    {
        var view = new ListView { Query = "bert base", Status = ["Running", "Failed"], Owner = ["ana"], Sort = "costPerHour", Descending = false };

        var read = ListView.FromUri(new Bar().GetUriWithQueryParameters(view.ToParameters()));

        Assert.Equal(view.ToParameters(), read.ToParameters());
        Assert.Equal(view.ToRequest(0, 50).Status, read.ToRequest(0, 50).Status);
    }

    [Fact]
    public void The_usual_view_has_a_bare_address()
    {
        Assert.All(new ListView().ToParameters().Values, Assert.Null);
        Assert.False(ListView.FromUri("http://localhost/jobs").IsFiltered);
        Assert.True(ListView.FromUri("http://localhost/jobs").Descending);
    }

    [Fact]
    public void A_second_press_turns_the_order_round()
    {
        var once = new ListView().SortedBy("costPerHour");
        Assert.True(once.Descending);
        Assert.False(once.SortedBy("costPerHour").Descending);
        Assert.False(new ListView().SortedBy("name").Descending);
    }

    [Theory]
    [InlineData("created", true)]
    [InlineData("name", true)]
    [InlineData("owner", true)]
    [InlineData("status", false)]
    [InlineData("sku", false)]
    [InlineData("costToDate", false)]
    public void Only_what_does_not_change_gives_a_steady_order(string sort, bool steady) => Assert.Equal(steady, new ListView { Sort = sort }.IsSteady);
}
