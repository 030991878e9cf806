using PaiConsole.Domain.Preflight;
using PaiConsole.Web.Jobs;
using PaiConsole.Web.Notebooks;

namespace PaiConsole.Web.Tests.Shared;

public class NotebookDraftTests
{
    [Fact]
    public void A_mount_without_a_source_is_told_at_its_own_row_and_not_left_out()
    {
        var draft = new NotebookDraft { Name = "probe", Sku = "ecs.g7.xlarge", Image = "team/torch:2.6" };
        draft.Mounts.Add(new NotebookDraft.MountDraft());
        draft.Mounts.Add(new NotebookDraft.MountDraft { Source = "oss://bucket/data", Path = "relative" });

        var findings = NotebookPreflight.Check(draft.ToSpec([]), PreflightContext.Embedded("cn-shanghai"));

        Assert.Contains(findings, finding => finding is { Rule: "mount-source", Field: "data[0]" });
        Assert.Contains(findings, finding => finding is { Rule: "mount-path-relative", Field: "data[1].mountPath" });
    }

    [Fact]
    public void A_job_does_not_leave_an_empty_mount_out_either()
    {
        var draft = new JobDraft { Name = "probe" };
        draft.Mounts.Add(new JobDraft.MountDraft());
        draft.Mounts.Add(new JobDraft.MountDraft { Source = "oss://bucket/data", Path = "relative" });

        var findings = JobPreflight.Check(draft.ToSpec(), PreflightContext.Embedded("cn-shanghai"));

        Assert.Contains(findings, finding => finding is { Rule: "mount-source", Field: "data[0]" });
        Assert.Contains(findings, finding => finding is { Rule: "mount-path-relative", Field: "data[1].mountPath" });
    }

    [Fact]
    public void A_variable_on_two_lines_is_told_and_not_lost()
    {
        var draft = new NotebookDraft { Env = "A=1\nA=2" };

        Assert.Equal("env.A", Assert.Single(draft.Faults).Field);
        Assert.Equal("2", draft.ToSpec([]).Env["A"]);
    }
}
