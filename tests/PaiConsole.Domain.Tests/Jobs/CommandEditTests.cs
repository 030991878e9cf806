using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Tests.Jobs;

public class CommandEditTests
{
    [Theory]
    [InlineData("torchrun --nproc_per_node=4 t.py --a 1", "nproc_per_node", "1", true, "torchrun --nproc_per_node=1 t.py --a 1")]
    [InlineData("torchrun --nproc-per-node 4 t.py", "nproc_per_node", "1", true, "torchrun --nproc-per-node=1 t.py")]
    [InlineData("torchrun t.py --a 1", "nnodes", "2", true, "torchrun --nnodes=2 t.py --a 1")]
    [InlineData("python t.py --a \"x y\" \\\n  --b 2", "a", "z", false, "python t.py --a=z \\\n  --b 2")]
    [InlineData("python t.py", "save_steps", "50", false, "python t.py --save_steps=50")]
    public void An_option_is_set_where_it_stands(string command, string name, string value, bool launcher, string result) =>
        Assert.Equal(result, CommandEdit.Set(command, name, value, launcher));

    [Theory]
    [InlineData("python t.py --bf16=true --deepspeed=ds.json", "bf16", "python t.py --deepspeed=ds.json")]
    [InlineData("python t.py --bf16 --deepspeed ds.json", "deepspeed", "python t.py --bf16")]
    [InlineData("python t.py --ab=1", "a", "python t.py --ab=1")]
    public void An_option_is_taken_out_with_its_value(string command, string name, string result) => Assert.Equal(result, CommandEdit.Drop(command, name));

    [Fact]
    public void A_switch_loses_its_value() => Assert.Equal("python t.py --bf16 --x", CommandEdit.DropValue("python t.py --bf16=true --x", "bf16"));
}
