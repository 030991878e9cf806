using Bunit;
using PaiConsole.Domain;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Jobs.Sweeps;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Web.Jobs.Sweeps;

namespace PaiConsole.Web.Tests.Shared;

public class SweepTableTests : PageTest
{
    [Fact]
    public void The_sum_counts_on_with_its_lines_and_says_where_it_is_a_lower_bound()
    {
        var table = Show(isLowerBound: true, Job("a", settled: 1.25m, running: TimeSpan.FromMinutes(30)), Job("b", settled: 2m, running: null));

        Assert.Equal(["¥6.25", "¥2.00"], table.FindAll("[data-testid=sweep-line] td:last-child").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("8.25", table.Find("[data-testid=sweep-cost]").TextContent, StringComparison.Ordinal);
        Assert.NotEqual("¥8.25", table.Find("[data-testid=sweep-cost]").TextContent.Trim());
    }

    [Fact]
    public void Values_and_refusals_are_text_and_a_value_that_is_not_there_is_a_dash()
    {
        var refused = new OperationRow("o", OperationKind.JobCreate, ResourceKind.Job, null, "tune-03", OperationStatus.Failed, "ana", Noon, null, null, Noon, 1, [], new OperationError("QuotaExceeded", "<b>no</b>", "R1"));
        var table = Render<SweepTable>(p => p.Add(t => t.Sweep, View(false,
        [
            new SweepLine(1, "tune-01", new Dictionary<string, string?> { ["--lr"] = "<img src=x>" }, Job("a", 1m, null), null, null, null),
            new SweepLine(3, "tune-03", new Dictionary<string, string?> { ["--lr"] = null }, null, refused, null, null),
        ])));

        Assert.Empty(table.FindAll("img, b"));
        Assert.Contains("<img src=x>", table.FindAll("[data-testid=sweep-line]")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("QuotaExceeded", table.FindAll("[data-testid=sweep-line]")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("–", table.FindAll("[data-testid=sweep-line]")[1].QuerySelectorAll("td")[2].TextContent);
    }

    private IRenderedComponent<SweepTable> Show(bool isLowerBound, params JobRow[] jobs) => Render<SweepTable>(p => p.Add(t => t.Sweep, View(isLowerBound,
        [.. jobs.Select((job, at) => new SweepLine(at + 1, job.Name, new Dictionary<string, string?> { ["--lr"] = "1" }, job, null, null, null))])));

    private static SweepView View(bool isLowerBound, IReadOnlyList<SweepLine> lines) =>
        new("sweep-1", "tune", ["--lr"], lines.Count, lines, null, isLowerBound, Money.Cny(10), false, new Freshness(Noon, false, null, 0));

    private static JobRow Job(string id, decimal settled, TimeSpan? running) => new()
    {
        Id = id, Name = id, Type = "PyTorchJob", Phase = Phase.Running, StatusWord = "Running", StatusSince = Noon, Owner = Owner.Nobody, Revision = 1,
        Cost = new RunningCost(Money.Cny(10), false, Money.Cny(settled), running is { } since ? Noon - since : null, false),
    };
}
