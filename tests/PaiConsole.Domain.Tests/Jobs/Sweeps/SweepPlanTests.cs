using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Sweeps;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Tests.Jobs.Sweeps;

public sealed class SweepPlanTests
{
    private static readonly JobSpec _base = new()
    {
        Name = "tune", Command = "torchrun --nproc_per_node=1 /mnt/code/train.py --learning_rate=1e-4 --epochs 3", OutputPath = "oss://team/tune/{member}/",
        Roles = [new("Master", 1, "ecs.a"), new("Worker", 2, "ecs.a")],
    };

    [Fact]
    public void A_grid_has_every_combination_the_first_parameter_changing_most_slowly()
    {
        var plan = Grid(("--learning_rate", ["1e-5", "2e-5"]), ("SEED", ["1", "2", "3"]));

        Assert.Empty(plan.Findings);
        Assert.Equal(["1e-5 1", "1e-5 2", "1e-5 3", "2e-5 1", "2e-5 2", "2e-5 3"], plan.Members.Select(member => string.Join(' ', member.Values.Select(pair => pair.Value))));
        Assert.Equal([1, 2, 3, 4, 5, 6], plan.Members.Select(member => member.Number));
        Assert.Equal("tune-04", plan.Members[3].Spec.Name);
        Assert.Equal("torchrun --nproc_per_node=1 /mnt/code/train.py --learning_rate=2e-5 --epochs 3", plan.Members[3].Spec.Command);
        Assert.Equal("1", plan.Members[3].Spec.Env["SEED"]);
        Assert.Equal("oss://team/tune/04/", plan.Members[3].Spec.OutputPath);
    }

    [Fact]
    public void A_list_is_taken_as_it_is()
    {
        var plan = SweepPlan.Of(new SweepSpec { Base = _base, Points = [Point(("--epochs", "1"), ("sku", "ecs.b")), Point(("--epochs", "9"), ("sku", "ecs.c"))] });

        Assert.Empty(plan.Findings);
        Assert.Equal(["ecs.c", "ecs.c"], plan.Members[1].Spec.Roles.Select(role => role.Sku));
        Assert.EndsWith("--epochs=9", plan.Members[1].Spec.Command, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_is_that_of_the_last_role() =>
        Assert.Equal([(1L, 4L), (1L, 8L)], Grid(("count", ["4", "8"])).Members.Select(member => (member.Spec.Roles[0].Count, member.Spec.Roles[1].Count)));

    [Theory]
    [InlineData("--learning-rate", "2e-5", "train.py --learning_rate=2e-5")]
    [InlineData("--prompt", "it's; rm -rf /", "--prompt='it'\\''s; rm -rf /'")]
    public void A_value_is_one_word_of_the_command_whatever_is_in_it(string name, string value, string written) =>
        Assert.Contains(written, Grid((name, [value, "other"])).Members[0].Spec.Command, StringComparison.Ordinal);

    [Fact]
    public void What_was_put_in_is_read_back_from_the_job()
    {
        var spec = Grid(("--learning-rate", ["2e-5", "x"]), ("SEED", ["7"]), ("sku", ["ecs.b"]), ("count", ["5"])).Members[0].Spec;
        var job = new TrainingJob
        {
            Id = "dlc1", Name = "x", Type = "PyTorchJob", Status = JobStatus.Running, StatusWord = "Running", Command = spec.Command, Env = spec.Env,
            Roles = [.. spec.Roles.Select(role => new JobRole(role.Type, role.Count, role.Sku, null, false))],
        };
        Assert.Equal(["2e-5", "7", "ecs.b", "5", null], new[] { "--learning-rate", "SEED", "sku", "count", "--nothing" }.Select(name => SweepVariable.Read(job, name)));
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var plan = Grid(("learning rate", ["1"]), ("SEED", ["1"]), ("SEED", []), ("count", ["0"]));

        Assert.Empty(plan.Members);
        Assert.Equal(["sweep-name", "sweep-name-twice", "sweep-no-values", "sweep-value"], plan.Findings.Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData(10, 10, true)]
    [InlineData(10, 11, false)]
    [InlineData(100_000, 100_000, false)]
    public void A_hundred_jobs_are_the_most(int first, int second, bool isFine)
    {
        var plan = Grid(("A", Numbers(first)), ("B", Numbers(second)));
        Assert.Equal(isFine, plan.Findings.All(finding => finding.Rule != "sweep-too-many"));
        Assert.Equal(isFine ? first * second : 0, plan.Members.Count);
        if (!isFine)
            Assert.Contains($"These are {(long)first * second} jobs; a sweep has at most 100.", plan.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void Nothing_both_and_uneven_are_refused()
    {
        Assert.Equal("sweep-empty", Assert.Single(SweepPlan.Of(new SweepSpec { Base = _base }).Findings).Rule);
        var both = SweepPlan.Of(new SweepSpec { Base = _base, Parameters = [new("A", ["1", "2"])], Points = [Point(("A", "1"))] });
        Assert.Contains("sweep-both", both.Findings.Select(finding => finding.Rule));
        var uneven = SweepPlan.Of(new SweepSpec { Base = _base, Points = [Point(("A", "1"), ("B", "1")), Point(("A", "2"))] });
        Assert.Equal("Job 2 does not say what B is.", Assert.Single(uneven.Findings).Message);
    }

    [Fact]
    public void The_same_job_twice_and_a_wide_grid_are_refused()
    {
        Assert.Equal("The jobs 1 and 3 are the same: SEED 1.", Assert.Single(Grid(("SEED", ["1", "2", "1"])).Findings).Message);
        Assert.Contains("sweep-too-wide", Grid([.. Numbers(9).Select(number => ("P" + number, new[] { "1", "2" }))]).Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void An_option_that_the_command_does_not_have_is_told()
    {
        var finding = Assert.Single(Grid(("--learning_rte", ["1", "2"])).Findings);
        Assert.Equal(("sweep-new-option", Severity.Warning), (finding.Rule, finding.Severity));
    }

    [Theory]
    [InlineData("oss://team/tune/", "train.py", "oss://team/tune/")]
    [InlineData("oss://team/tune/", "train.py --output_dir=/mnt/output/run", "/mnt/output/run")]
    [InlineData("oss://team/tune/", "train.py --output_dir=/mnt/output/{member}", null)]
    [InlineData("oss://team/{member}/", "train.py --output_dir=/mnt/output", null)]
    [InlineData(null, "train.py", null)]
    public void Jobs_that_overwrite_each_other_are_told(string? output, string command, string? told)
    {
        var plan = SweepPlan.Of(new SweepSpec { Base = _base with { OutputPath = output, Command = command }, Parameters = [new("SEED", ["1", "2"])] });
        Assert.Equal(told is null ? [] : ["sweep-same-output"], plan.Findings.Select(finding => finding.Rule));
        if (told is not null)
            Assert.Contains(told, plan.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_labels_tell_it_all()
    {
        var mark = new SweepMark("sweep-1", new string('n', 200), 7, 16, ["--learning_rate", "SEED"]);
        var read = SweepMark.Of(mark.Labels().ToDictionary(StringComparer.Ordinal))!;
        Assert.Equal(("sweep-1", 128, 7, 16), (read.Id, read.Name.Length, read.Number, read.Size));
        Assert.Equal(mark.Over, read.Over);
        Assert.Null(SweepMark.Of(new Dictionary<string, string>(StringComparer.Ordinal)));
        var alone = SweepMark.Of(new Dictionary<string, string>(StringComparer.Ordinal) { ["paiconsole/sweep"] = "s", ["paiconsole/sweep-member"] = "x/y" })!;
        Assert.Equal(("s", "s", 0, 0, 0), (alone.Id, alone.Name, alone.Number, alone.Size, alone.Over.Count));
    }

    [Fact]
    public void Nulls_from_json_are_faults_and_no_crash() =>
        Assert.NotEmpty(SweepPlan.Of(new SweepSpec { Base = null!, Parameters = [null!, new(null!, null!)], Points = null! }).Findings);

    private static SweepPlan Grid(params (string Name, string[] Values)[] parameters) =>
        SweepPlan.Of(new SweepSpec { Base = _base, Parameters = [.. parameters.Select(one => new SweepParameter(one.Name, one.Values))] });

    private static string[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static Dictionary<string, string> Point(params (string Name, string Value)[] values) => values.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
}
