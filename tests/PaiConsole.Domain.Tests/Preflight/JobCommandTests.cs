using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight;
using static PaiConsole.Domain.Tests.Preflight.Specs;

namespace PaiConsole.Domain.Tests.Preflight;

/// <summary>What the command of a job gives away.</summary>
public class JobCommandTests
{
    [Theory]
    [InlineData("ecs.gn7i-c16g1.4xlarge", 4, "nproc-exceeds-gpus@command")]
    [InlineData("ecs.gn7i-4x.16xlarge", 4, "")]
    [InlineData("ecs.gn7i-4x.16xlarge", 1, "gpus-idle@command")]
    public void A_process_needs_a_card(string sku, int nproc, string said) => Assert.Equal(said, Say(Job with
    {
        Command = Job.Command.Replace("node=1", $"node={nproc}", StringComparison.Ordinal),
        Roles = [.. Job.Roles.Select(role => role with { Sku = sku })],
    }));

    [Theory]
    [InlineData("--nnodes=2", "")]
    [InlineData("--nnodes=3", "nnodes-differs@command")]
    [InlineData("", "nnodes-differs@command")]
    [InlineData("--nnodes=1:4", "")]
    [InlineData("--nnodes=$WORLD_SIZE", "rank-counts-nodes@command")]
    public void The_command_waits_for_as_many_nodes_as_there_are(string nnodes, string said) =>
        Assert.Equal(said, Say(Job with { Command = Job.Command.Replace("--nnodes=2", nnodes, StringComparison.Ordinal) }));

    [Fact]
    public void Several_nodes_without_a_launcher_all_do_the_same() =>
        Assert.Equal("nodes-without-launcher@command", Say(Job with { Command = "python /mnt/data/t.py" }));

    [Theory]
    [InlineData("/root/checkpoints", "output-lost@command")]
    [InlineData("/mnt/database/x", "output-lost@command")]
    [InlineData("out", "output-relative@command")]
    [InlineData("$OUT", "")]
    [InlineData("/mnt/data/a/b", "")]
    public void Output_outside_a_mount_is_lost(string path, string said) =>
        Assert.Equal(said, Say(Job with { Command = Job.Command.Replace("/mnt/data/out", path, StringComparison.Ordinal) }));

    [Fact]
    public void An_output_URI_is_mounted_and_so_kept() => Assert.Equal("", Say(Job with
    {
        OutputPath = "oss://b/out/", Command = Job.Command.Replace("/mnt/data/out", "/mnt/output/run", StringComparison.Ordinal),
    }));

    [Theory]
    [InlineData("/root/out", "output-path@outputPath")]
    [InlineData("/mnt/data/out", "")]
    public void The_output_path_is_a_URI_or_in_a_mount(string path, string said) => Assert.Equal(said, Say(Job with { OutputPath = path }));

    [Fact]
    public void Files_without_a_path_are_not_brought_along()
    {
        var relative = Job.Command.Replace("/mnt/data/train.py", "train.py --deepspeed=ds.json", StringComparison.Ordinal);
        Assert.Equal("script-relative@command deepspeed-config-relative@command script-args-unchecked@command", Say(Job with { Command = relative }));
        Assert.Equal("script-args-unchecked@command", Say(Job with { Command = "cd /mnt/data && " + relative }));
    }

    [Fact]
    public void Old_cards_have_no_bfloat16() => Assert.Equal("bf16-on-old-card@command", Say(Job with
    {
        Command = Job.Command + " --bf16", Roles = [.. Job.Roles.Select(role => role with { Sku = "ecs.gn6i-c4g1.xlarge" })],
    }));

    [Fact]
    public void Without_a_cadence_the_loss_is_unknown() =>
        Assert.Equal("checkpoint-cadence-unknown@command", Say(Job with { Command = Job.Command.Replace("--save_steps=100", "", StringComparison.Ordinal) }));

    [Fact]
    public void Rank_counts_nodes()
    {
        Assert.Contains("rank-counts-nodes", Say(Job with { Command = Job.Command.Replace("--nnodes=2", "--nnodes=2 --node_rank=$RANK", StringComparison.Ordinal) }), StringComparison.Ordinal);
        Assert.Contains("rank-as-process", Say(Job with { Command = "python /mnt/data/t.py --rank=$RANK --local=$LOCAL_RANK" }), StringComparison.Ordinal);
        Assert.Contains("local-rank-unset", Say(Job with { Command = "python /mnt/data/t.py --local=$LOCAL_RANK" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_command_is_survived() => CsCheck.Check.Sample(
        CsCheck.Gen.String[CsCheck.Gen.Char["torchun -=.py/'\"$({;&\n4:"], 0, 40], text => _ = JobPreflight.Check(Job with { Command = "torchrun " + text }, Context), iter: 300);
}
