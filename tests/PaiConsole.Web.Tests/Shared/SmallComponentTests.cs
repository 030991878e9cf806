using System.Globalization;
using Bunit;
using PaiConsole.Domain;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Listing;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Tests.Shared;

public class SmallComponentTests : PageTest
{
    [Fact]
    public void A_status_is_a_word_with_its_age()
    {
        var chip = Render<StatusChip>(p => p.Add(c => c.Phase, Phase.Running).Add(c => c.Word, "Running").Add(c => c.At, Noon.AddHours(-3)));

        Assert.Equal("Running", chip.Find("[data-testid=status]").GetAttribute("data-status"));
        Assert.Contains("3 h", chip.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_word_nobody_knows_is_shown_as_the_cloud_said_it()
    {
        var chip = Render<StatusChip>(p => p.Add(c => c.Phase, Phase.Unknown).Add(c => c.Word, "Defrosting"));

        Assert.Contains("Defrosting", chip.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_from_the_cloud_is_never_markup()
    {
        var chip = Render<StatusChip>(p => p.Add(c => c.Phase, Phase.Failed).Add(c => c.Word, "<img src=x onerror=alert(1)>").Add(c => c.Reason, "<script>"));

        Assert.Empty(chip.FindAll("img, script"));
    }

    [Fact]
    public void An_unknown_price_says_so_and_is_not_zero()
    {
        var money = Render<MoneyText>(p => p.Add(c => c.Amount, null).Add(c => c.PerHour, true));

        Assert.Equal("unknown", money.Find(".money").TextContent);
        Assert.NotEmpty(money.Find(".money").GetAttribute("title")!);
    }

    [Theory]
    [InlineData("1234.5", "¥1,234.50")]
    [InlineData("0.0031", "¥0.0031")]
    [InlineData("0", "¥0.00")]
    public void Money_keeps_small_rates_visible(string amount, string written) =>
        Assert.Equal(written, MoneyWords.Write(Money.Cny(decimal.Parse(amount, CultureInfo.InvariantCulture))));

    [Fact]
    public async Task Looks_that_begin_to_fail_mark_a_page_that_is_open_and_good_ones_clear_it()
    {
        var look = new Freshness(Noon, IsStale: false, null, 0);
        var note = Render<AsOf>(p => p.Add(c => c.Look, () => look));
        Assert.Contains("12:00:00", note.Find("[data-testid=as-of]").TextContent, StringComparison.Ordinal);

        look = look with { IsStale = true, Problem = "Throttling.User: slower", FailedLooks = 1 };
        await World.NotifyChangedAsync(new Now(Noon.AddSeconds(5)));
        Assert.Contains("Throttling.User", note.Find("[data-testid=stale]").GetAttribute("title"), StringComparison.Ordinal);

        look = new Freshness(Noon.AddSeconds(8), IsStale: false, null, 0);
        await World.NotifyChangedAsync(new Now(Noon.AddSeconds(10)));
        Assert.Contains("12:00:08", note.Find("[data-testid=as-of]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_age_moves_with_the_clouds_clock()
    {
        var ago = Render<Ago>(p => p.Add(c => c.At, Noon.AddMinutes(-5)));
        Assert.Equal("5 min ago", ago.Find("time").TextContent);

        await World.NotifyChangedAsync(new Now(Noon.AddHours(1)));

        ago.WaitForAssertion(() => Assert.Equal("1 h ago", ago.Find("time").TextContent));
    }

    [Fact]
    public void A_machine_is_named_by_its_cards()
    {
        var sku = new Sku("ecs.gn7i-c32g1.32xlarge", 128, 752, "A10", 4, 24);

        var text = Render<SkuText>(p => p.Add(c => c.Type, sku.Type).Add(c => c.Sku, sku).Add(c => c.Machines, 2));

        Assert.Contains("2 × (4× A10)", text.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_in_a_sparkline_is_a_gap()
    {
        var line = Render<Sparkline>(p => p.Add(c => c.Points, [1, 2, null, 2, 1]).Add(c => c.Label, "GPU"));

        Assert.Equal(2, line.Find("path.line").GetAttribute("d")!.Count(c => c == 'M'));
    }

    [Fact]
    public void Errors_come_first_among_findings_and_keep_their_evidence()
    {
        Finding[] findings = [new("sku-from-limits", Severity.Info, "Chosen.", "4 GPU ≤ 4"), new("no-image", Severity.Error, "No image.", Fix: "Name one.")];

        var list = Render<FindingsList>(p => p.Add(c => c.Findings, findings));

        var items = list.FindAll("[data-testid=finding]");
        Assert.Equal(["no-image", "sku-from-limits"], items.Select(item => item.GetAttribute("data-rule")));
        Assert.Contains("4 GPU ≤ 4", items[1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ana.silva", "AS")]
    [InlineData("王伟", "伟")]
    [InlineData("root", "RO")]
    [InlineData("user04", "U04")]
    public void Initials_tell_people_apart(string name, string initials) => Assert.Equal(initials, OwnerAvatar.Initials(name));

    [Theory]
    [InlineData("https://example.com/lab", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData(null, false)]
    public void Only_web_addresses_become_links(string? address, bool safe) => Assert.Equal(safe, WebLink.Safe(address) is not null);

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void An_empty_list_leads_only_those_to_a_form_who_may_send_it(bool mayCommand, int links)
    {
        var empty = Render<EmptyState>(p => p.Add(c => c.Title, "None").Add(c => c.Action, "New").Add(c => c.Href, "/new").Add(c => c.MayCommand, mayCommand));

        Assert.Equal(links, empty.FindAll("a").Count);
    }
}
