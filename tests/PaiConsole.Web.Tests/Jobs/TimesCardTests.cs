using Bunit;
using PaiConsole.Domain;
using PaiConsole.Domain.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Web.Jobs;
using PaiConsole.Web.Tests.Shared;

namespace PaiConsole.Web.Tests.Jobs;

public sealed class TimesCardTests : PageTest
{
    [Fact]
    public void Each_owner_has_its_seconds_and_the_last_one_counts_up_to_now()
    {
        var card = Render<TimesCard>(parameters => parameters.Add(card => card.Spans,
        [
            Span("Queuing", 300, 180), Span("EnvPreparing", 180, 120), Span("Running", 120, null),
        ]));
        Assert.Contains("2 min", card.Find("[data-testid=time-Queue]").TextContent, StringComparison.Ordinal);
        Assert.Contains("40%", card.Find("[data-testid=time-Queue]").TextContent.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("1 min", card.Find("[data-testid=time-Environment]").TextContent, StringComparison.Ordinal);
        Assert.Contains("2 min", card.Find("[data-testid=time-Run]").TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("[data-testid=time-Restart]"));
        Assert.Contains("flex-grow:120", card.Find(".strip .run").GetAttribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_of_which_nothing_is_known_says_so() =>
        Assert.Empty(Render<TimesCard>(parameters => parameters.Add(card => card.Spans, [])).FindAll(".strip"));

    private static StateSpan Span(string word, int from, int? to) => new(
        word, JobStates.Parse(word).Phase(), Noon.AddSeconds(-from), to is { } end ? Noon.AddSeconds(-end) : null, IsBilled: false, PerHour: null, Reason: null, IsFromCloud: true);
}
