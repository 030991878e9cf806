using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Tests.Jobs;

public class LaunchCommandTests
{
    [Theory]
    [InlineData("torchrun --nproc_per_node=4 --nnodes=2 train.py --lr=1", "torchrun", "4", "train.py")]
    [InlineData("torchrun --nproc-per-node 4 --nnodes 2 src/train.py --lr 1", "torchrun", "4", "src/train.py")]
    [InlineData("pip install x && cd /mnt/code && torchrun --nproc_per_node=4 train.py --lr=1", "torchrun", "4", "train.py")]
    [InlineData("python -m torch.distributed.run --nproc_per_node=4 train.py --lr=1 | tee log", "torchrun", "4", "train.py")]
    [InlineData("python train.py --lr=1", null, null, "train.py")]
    [InlineData("deepspeed train.py --lr=1", "deepspeed", null, "train.py")]
    public void Reads_who_launches_what(string text, string? launcher, string? nproc, string script)
    {
        var command = LaunchCommand.Parse(text);
        Assert.Equal((launcher, nproc, script), (command.Launcher, command.LaunchValue("nproc_per_node"), command.Script));
        Assert.Equal("1", command.ScriptOption("lr")!.Value);
    }

    [Fact]
    public void A_switch_has_no_value() => Assert.Null(LaunchCommand.Parse("python t.py --bf16 --lr 1").ScriptOption("bf16")!.Value);

    [Theory]
    [InlineData("")]
    [InlineData("sleep 5")]
    [InlineData("--")]
    public void Other_commands_name_no_script(string text) => Assert.Null(LaunchCommand.Parse(text).Script);

    [Fact]
    public void Finds_environment_references() =>
        Assert.Equal(["RANK", "LOCAL_RANK"], LaunchCommand.References("a $RANK ${LOCAL_RANK} ${RANK:-0} $$ $1"));
}
