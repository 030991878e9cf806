using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Comparing;

namespace PaiConsole.Domain.Tests.Jobs;

public sealed class SecretWordsTests
{
    [Theory]
    [InlineData("WANDB_API_KEY", "abc", true)]
    [InlineData("hf_token", "abc", true)]
    [InlineData("DB_PASSWD", "abc", true)]
    [InlineData("MIRROR", "https://ana:hunter2@pypi.example.com/", true)]
    [InlineData("NOTE", "LTAI5tQnKxGJ8abcdEFG", true)]
    [InlineData("NCCL_DEBUG", "INFO", false)]
    [InlineData("WANDB_API_KEY", "", false)]
    public void What_looks_like_a_secret_is_not_shown(string name, string value, bool isHidden) =>
        Assert.Equal(isHidden ? SecretWords.Mask : value, SecretWords.Shown(name, value));

    [Fact]
    public void A_comparison_shows_none_either_be_it_a_variable_or_an_option()
    {
        var fields = JobComparison.Fields([Job("one"), Job("two")]);
        Assert.DoesNotContain(fields, field => field.Values.Any(value => value!.Contains("hush", StringComparison.Ordinal)));
        Assert.Equal([SecretWords.Mask, SecretWords.Mask], fields.Single(field => field.Name == "WANDB_API_KEY").Values);
        Assert.Equal(["one", "two"], fields.Single(field => field.Name == "SEED").Values);
    }

    private static TrainingJob Job(string seed) => new()
    {
        Id = seed, Name = seed, Type = "PyTorchJob", Status = JobStatus.Running, StatusWord = "Running", Command = $"python t.py --api_key=hush{seed} --lr=1",
        Env = new Dictionary<string, string>(StringComparer.Ordinal) { ["WANDB_API_KEY"] = "hush" + seed, ["SEED"] = seed },
    };
}
