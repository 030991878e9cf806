using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Syncing;
using PaiConsole.Web.Notebooks;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Tests.Shared;

namespace PaiConsole.Web.Tests.Notebooks;

/// <summary>What will stop a notebook by itself, and when.</summary>
public sealed class CountdownTests : PageTest
{
    private static readonly NotebookRow _row = new()
    {
        Id = "dsw-1", Name = "left_on", Phase = Phase.Running, StatusWord = "Running", StatusSince = Noon.AddHours(-5), Owner = new Owner("1", "ana"), HasGpu = true,
        Cost = new RunningCost(Money.Cny(9.5m), IsUpperBound: false, Money.Cny(0), Noon.AddHours(-5), IsLowerBound: false), Revision = 1,
    };

    public CountdownTests() => Services.AddSingleton<SyncHealth>();

    [Theory]
    [InlineData(60, "100 100", "1 h", false)]
    [InlineData(90, "100 100", "1 h", false)]
    [InlineData(30, "50 100", "30 min", false)]
    [InlineData(15, "25 100", "15 min", false)]
    [InlineData(14, "23.3 100", "14 min", true)]
    [InlineData(0, "0 100", "now", true)]
    [InlineData(-5, "0 100", "now", true)]
    public void A_ring_shows_the_share_that_is_left_and_the_time_in_words(int minutes, string dash, string words, bool soon)
    {
        var ring = Ring(Noon.AddMinutes(minutes), TimeSpan.FromHours(1));

        Assert.Equal(dash, ring.Find(".left").GetAttribute("stroke-dasharray"));
        Assert.Equal(words, ring.Find("[data-testid=countdown]").TextContent.Trim());
        Assert.Equal(soon, ring.Find(".left").ClassList.Contains("soon"));
    }

    [Fact]
    public void A_ring_says_the_exact_instant_where_nothing_else_is_said_and_hides_its_drawing_from_readers()
    {
        var due = Noon.AddMinutes(30);
        Assert.Equal(RelativeTime.Stamp(due), Ring(due, TimeSpan.FromHours(1)).Find("[data-testid=countdown]").GetAttribute("title"));
        var told = Ring(due, TimeSpan.FromHours(1), "Its timer.");
        Assert.Equal("Its timer.", told.Find("[data-testid=countdown]").GetAttribute("title"));
        Assert.Equal("true", told.Find("svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void A_ring_of_no_time_at_all_is_empty() => Assert.Equal("0 100", Ring(Noon.AddMinutes(5), TimeSpan.Zero).Find(".left").GetAttribute("stroke-dasharray"));

    [Fact]
    public async Task A_ring_runs_down_with_the_clouds_clock()
    {
        var ring = Ring(Noon.AddMinutes(30), TimeSpan.FromHours(1));

        await World.NotifyChangedAsync(new Now(Noon.AddMinutes(20)));

        ring.WaitForAssertion(() => Assert.Equal("10 min", ring.Find("[data-testid=countdown]").TextContent.Trim()));
    }

    [Fact]
    public void A_timer_comes_before_a_rule_that_does_not_count_yet()
    {
        var stops = Stops(_row with { IdleRuleMinutes = 60, ShutdownDueAt = Noon.AddHours(6) });

        Assert.Equal("6 h", stops.Find("[data-testid=countdown]").TextContent.Trim());
        Assert.Equal("50 100", stops.Find(".left").GetAttribute("stroke-dasharray"));
        Assert.Contains("timer", stops.Find("[data-testid=countdown]").GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_stops_it_before_the_timer_is_shown_with_what_it_says()
    {
        var stops = Stops(_row with { ShutdownDueAt = Noon.AddHours(6), Policies = [Policy(Noon.AddHours(2))] });

        Assert.Equal("2 h", stops.Find("[data-testid=countdown]").TextContent.Trim());
        Assert.Equal("Workspace: IdleDuration > 1440 min", stops.Find("[data-testid=countdown]").GetAttribute("title"));
    }

    [Fact]
    public void A_policy_that_is_sooner_than_the_rule_is_not_told_as_the_rule()
    {
        var stops = Stops(_row with { IdleRuleMinutes = 600, IdleMinutes = 5, Policies = [Policy(Noon.AddHours(12))] });

        Assert.Equal("Workspace: IdleDuration > 1440 min", stops.Find("[data-testid=countdown]").GetAttribute("title"));
        Assert.Equal("50 100", stops.Find(".left").GetAttribute("stroke-dasharray"));
    }

    [Fact]
    public void A_rule_or_a_policy_that_does_not_count_is_named()
    {
        var rule = Stops(_row with { IdleRuleMinutes = 60, Policies = [Policy(null)] });
        Assert.Empty(rule.FindAll("[data-testid=countdown]"));
        Assert.Equal("after 60 min idle", rule.Find("span").TextContent);

        var policy = Stops(_row with { Policies = [Policy(null)] });
        Assert.Equal("by policy", policy.Find("span").TextContent);
        Assert.Equal("Workspace: IdleDuration > 1440 min", policy.Find("span").GetAttribute("title"));
    }

    [Theory]
    [InlineData(true, "never")]
    [InlineData(false, "muted")]
    public void Nothing_is_said_in_red_where_a_GPU_runs_on(bool hasGpu, string look)
    {
        var stops = Stops(_row with { HasGpu = hasGpu }).Find("span");

        Assert.Equal(("nothing", look), (stops.TextContent, stops.ClassName));
        Assert.NotEmpty(stops.GetAttribute("title")!);
    }

    [Theory]
    [InlineData(60, 20, 41)]
    [InlineData(60, 60, 1)]
    [InlineData(60, 75, 0)]
    public void A_rule_stops_it_once_it_has_idled_for_more_than_its_minutes(int rule, int idle, int left) =>
        Assert.Equal(Noon.AddMinutes(left), Countdown.Of(_row with { IdleRuleMinutes = rule, IdleMinutes = idle }, Noon));

    [Theory]
    [InlineData(null, 20)]
    [InlineData(60, 0)]
    [InlineData(60, null)]
    public void Nothing_counts_down_without_a_rule_or_while_it_is_used(int? rule, int? idle) =>
        Assert.Null(Countdown.Of(_row with { IdleRuleMinutes = rule, IdleMinutes = idle }, Noon));

    [Fact]
    public void Nothing_counts_down_before_the_first_look() => Assert.Null(Countdown.Of(_row with { IdleRuleMinutes = 60, IdleMinutes = 20 }, asOf: null));

    [Theory]
    [InlineData(30, 30)]
    [InlineData(50, 41)]
    [InlineData(null, 41)]
    public void What_stops_it_first_counts(int? policy, int left)
    {
        var row = _row with { IdleRuleMinutes = 60, IdleMinutes = 20, Policies = [Policy(policy is { } minutes ? Noon.AddMinutes(minutes) : null), Policy(Noon.AddDays(1))] };
        Assert.Equal(Noon.AddMinutes(left), Countdown.Of(row, Noon));
        Assert.Equal(Noon.AddMinutes(policy ?? 1440), Countdown.Of(row with { IdleRuleMinutes = null }, Noon));
    }

    private static AutoStop Policy(DateTimeOffset? at) => new("IdleDuration > 1440 min", "Workspace", at, CanBeSkipped: false);

    private IRenderedComponent<StopsBy> Stops(NotebookRow row) => Render<StopsBy>(p => p.Add(c => c.Row, row));

    private IRenderedComponent<CountdownRing> Ring(DateTimeOffset due, TimeSpan whole, string? hint = null) =>
        Render<CountdownRing>(p => p.Add(c => c.Due, due).Add(c => c.Whole, whole).Add(c => c.Hint, hint));
}
