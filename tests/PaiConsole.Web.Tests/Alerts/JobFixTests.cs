using Bunit;
using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine;
using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Web.Alerts;
using PaiConsole.Web.Tests.Shared;

namespace PaiConsole.Web.Tests.Alerts;

/// <summary>The button beside the alert of a job does what helps, and is there only while the cloud would take it.</summary>
public sealed class JobFixTests : PageTest
{
    private int _stopped;
    private int _resumed;

    [Fact]
    public void A_job_that_wastes_money_is_stopped()
    {
        var fix = Show(AlertFix.Stop, "Running").Find("[data-testid=fix]");
        Assert.Equal("Stop", fix.TextContent);
        fix.Click();
        Assert.Equal((1, 0), (_stopped, _resumed));
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Stopped")]
    public void A_run_that_was_cut_off_goes_on(string status)
    {
        var fix = Show(AlertFix.Resume, status).Find("[data-testid=fix]");
        Assert.Equal("Go on", fix.TextContent);
        fix.Click();
        Assert.Equal((0, 1), (_stopped, _resumed));
    }

    [Fact]
    public void What_nobody_can_mend_from_here_is_opened()
    {
        var fix = Show(AlertFix.Open, "Failed").Find("a[data-testid=fix]");
        Assert.Equal(("Open", "/jobs/dlc1"), (fix.TextContent, fix.GetAttribute("href")));
    }

    [Theory]
    [InlineData(AlertFix.Stop, "Stopping", true, false)]
    [InlineData(AlertFix.Stop, "Running", false, false)]
    [InlineData(AlertFix.Stop, "Running", true, true)]
    [InlineData(AlertFix.Resume, "Running", true, false)]
    [InlineData(AlertFix.Resume, "Failed", false, false)]
    [InlineData(AlertFix.Resume, "Failed", true, true)]
    public void What_would_be_refused_has_no_button(AlertFix fix, string status, bool mayAct, bool isPending) =>
        Assert.Empty(Show(fix, status, mayAct, isPending).FindAll("[data-testid=fix]"));

    private IRenderedComponent<JobFix> Show(AlertFix fix, string status, bool mayAct = true, bool isPending = false) => Render<JobFix>(p => p
        .Add(c => c.Alert, new AlertRow
        {
            Id = "a", Topic = AlertTopics.End, RuleId = "job-failed", Severity = AlertSeverity.Warning, Fix = fix, Kind = ResourceKind.Job, ResourceId = "dlc1",
            Name = "sft", Owner = "ana", Since = Noon, OpenedAt = Noon,
        })
        .Add(c => c.Row, new JobRow
        {
            Id = "dlc1", Name = "sft", Phase = Phase.Running, StatusWord = status, StatusSince = Noon, Owner = Owner.Nobody, Revision = 1, Type = "PyTorchJob",
            Cost = new RunningCost(Money.Cny(10), false, Money.Cny(0), null, false),
            Pending = isPending ? new PendingOperation("o", OperationKind.JobStop, OperationStatus.Sent, "ana", Noon) : null,
        })
        .Add(c => c.MayAct, mayAct)
        .Add(c => c.OnStop, () => _stopped++)
        .Add(c => c.OnResume, () => _resumed++));
}
