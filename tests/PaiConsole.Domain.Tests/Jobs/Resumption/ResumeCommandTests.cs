using PaiConsole.Domain.Jobs.Resumption;

namespace PaiConsole.Domain.Tests.Jobs.Resumption;

public sealed class ResumeCommandTests
{
    private const string Path = "/mnt/out/checkpoint-1000";

    [Theory]
    [InlineData("python t.py --resume_from_checkpoint latest --lr 1", "python t.py --resume_from_checkpoint=/mnt/out/checkpoint-1000 --lr 1")]
    [InlineData("python t.py --resume-from-checkpoint=/mnt/out/checkpoint-500", "python t.py --resume-from-checkpoint=/mnt/out/checkpoint-1000")]
    [InlineData("python t.py --resume_from_checkpoint", "python t.py --resume_from_checkpoint=/mnt/out/checkpoint-1000")]
    [InlineData("python t.py --resume", "python t.py --resume")]
    [InlineData("python t.py --lr 1", "python t.py --lr 1")]
    public void It_names_the_checkpoint_where_the_command_can_take_one(string before, string after) =>
        Assert.Equal(after, ResumeCommand.From(before, Path));

    [Theory]
    [InlineData("python t.py --resume_from_checkpoint latest --lr 1", "python t.py --lr 1")]
    [InlineData("python t.py --resume_from_checkpoint=/mnt/base/checkpoint-9", "python t.py --resume_from_checkpoint=/mnt/base/checkpoint-9")]
    [InlineData("python t.py --lr 1", "python t.py --lr 1")]
    public void Without_a_checkpoint_it_asks_for_none_but_one_that_a_person_named(string before, string after) =>
        Assert.Equal(after, ResumeCommand.From(before, null));

    [Fact]
    public void A_name_from_the_bucket_is_no_command() =>
        Assert.Equal(
            "python t.py --resume_from_checkpoint='/mnt/out/checkpoint-5.$(rm -rf ~)'",
            ResumeCommand.From("python t.py --resume_from_checkpoint latest", "/mnt/out/checkpoint-5.$(rm -rf ~)"));
}
