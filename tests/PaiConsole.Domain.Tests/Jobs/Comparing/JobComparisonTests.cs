using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Comparing;

namespace PaiConsole.Domain.Tests.Jobs.Comparing;

public sealed class JobComparisonTests
{
    [Fact]
    public void Only_what_differs_is_marked_as_different()
    {
        var fields = JobComparison.Fields([Job("torchrun train.py --lr=1e-5 --epochs 3 --fp16", "ecs.a", ("SEED", "1")), Job("torchrun train.py --lr 2e-5 --epochs=3", "ecs.b", ("SEED", "1"), ("NEW", "x"))]);

        Assert.Equal(["sku", "--lr", "--fp16", "NEW"], fields.Where(field => field.Differs).Select(field => field.Name));
        Assert.Equal(["1e-5", "2e-5"], fields.Single(field => field.Name == "--lr").Values);
        Assert.Equal(["true", null], fields.Single(field => field.Name == "--fp16").Values);
        Assert.Equal([null, "x"], fields.Single(field => field.Name == "NEW").Values);
        Assert.Contains(fields, field => field is { Name: "--epochs", Differs: false, Group: FieldGroup.Option });
        Assert.DoesNotContain(fields, field => field.Name == "priority");
    }

    [Fact]
    public void The_best_is_marked_where_a_direction_is_known()
    {
        var loss = new Measure("loss", Better.Less, [0.5m, null, 0.2m, 0.2m]);
        Assert.Equal([false, false, true, true], Enumerable.Range(0, 4).Select(loss.IsBest));
        Assert.False(new Measure("loss", Better.Less, [0.5m, null]).IsBest(0));
        Assert.False(new Measure("loss", Better.Less, [0.5m, 0.5m]).IsBest(0));
        Assert.False(new Measure("step", Better.Unknown, [1m, 2m]).IsBest(1));
        Assert.True(new Measure("gpu", Better.More, [1m, 2m]).IsBest(1));
    }

    [Theory]
    [InlineData("epoch 1/3 step 40/400 loss 0.8123 lr 3.00e-04", 0.8123)]
    [InlineData("{'loss': 1.25e-1, 'eval_loss': 9.0}", 0.125)]
    [InlineData("train_loss=2", 2.0)]
    [InlineData("{'eval_loss': 9.0}", null)]
    [InlineData("loss nan", null)]
    [InlineData("no such word", null)]
    public void The_loss_is_read_from_a_line(string line, double? loss) => Assert.Equal(loss, LoggedLoss.Last(["loss 7.0x", line]));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("+1+2", "\"'+1+2\"")]
    [InlineData("--lr", "\"'--lr\"")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData(null, "")]
    public void A_cell_is_never_a_formula(string? text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    private static TrainingJob Job(string command, string sku, params (string Name, string Value)[] env) => new()
    {
        Id = "dlc", Name = "job", Type = "PyTorchJob", Status = JobStatus.Running, StatusWord = "Running", Command = command,
        Roles = [new("Worker", 1, sku, "image", false)], Env = env.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal),
    };
}
