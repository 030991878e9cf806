using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;
using PaiConsole.Domain.Tests.Preflight;

namespace PaiConsole.Domain.Tests.Jobs.Runs;

/// <summary>The text that this console was built for counts 10 000 examples three times with batch 4 × 4.</summary>
public class RunFactsTests
{
    private const string Arguments = "--num_train_epochs=3 --per_device_train_batch_size=4 --gradient_accumulation_steps=4 --save_steps=500";

    [Theory]
    [InlineData("python t.py", "ecs.gn7i-c8g1.2xlarge", 1, 1875, 3)]
    [InlineData("torchrun --nproc_per_node=4 t.py", "ecs.gn7i-4x.16xlarge", 1, 471, 0)]
    [InlineData("torchrun --nproc_per_node=4 --nnodes=2 t.py", "ecs.gn7i-4x.16xlarge", 2, 237, 0)]
    [InlineData("torchrun --nproc_per_node=$NPROC_PER_NODE --nnodes=2 t.py", "ecs.gn7i-4x.16xlarge", 2, 237, 0)]
    public void Steps_shrink_with_the_processes_until_no_checkpoint_is_written(string launch, string sku, int nodes, long steps, long checkpoints)
    {
        var facts = RunFacts.Of(Job(launch, sku, nodes, 10_000), Specs.Context);
        Assert.Equal((steps, checkpoints), (facts.TotalSteps, facts.Checkpoints));
    }

    [Fact]
    public void Money_and_hours_follow_from_the_time_of_a_step()
    {
        var job = Job("torchrun --nproc_per_node=1 t.py", "ecs.gn7i-c8g1.2xlarge", 2, 10_000);
        var context = Specs.Context with { Spot = new Dictionary<string, SpotMarket> { ["ecs.gn7i-c8g1.2xlarge"] = new(0.5m, null) } };
        var facts = RunFacts.Of(job with { Plan = job.Plan! with { SecondsPerStep = 7.2m } }, context);
        Assert.Equal(939, facts.TotalSteps);
        Assert.Equal(939 * 7.2m / 3600, facts.Hours);
        Assert.Equal(facts.PerHour!.Value.Amount / 2, facts.SpotPerHour!.Value.Amount);
        Assert.Equal(1m, facts.CheckpointHours);
        Assert.All(facts.All, fact => Assert.NotNull(fact.Value));
    }

    [Fact]
    public void A_missing_input_makes_unknown_what_rests_on_it_and_is_named()
    {
        var facts = RunFacts.Of(Job("torchrun --nproc_per_node=1 t.py", "ecs.gn7i-c8g1.2xlarge", 2, null), Specs.Context);
        Assert.Equal((32L, null, null), (facts.EffectiveBatch, facts.StepsPerEpoch, facts.Hours));
        Assert.Equal("samples", facts.All.Single(fact => fact.Key == "steps-per-epoch").Arithmetic);
    }

    [Fact]
    public void What_the_script_takes_without_being_told_counts_too()
    {
        const string Script = "p.add_argument(\"--batch_size\", type=int, default=8)\np.add_argument(\"--num_train_epochs\", default=2)";
        var job = Specs.Job with { Command = "python t.py", Roles = [Specs.Job.Roles[0]], Plan = new JobPlan { Samples = 80, Script = Script } };
        Assert.Equal(20, RunFacts.Of(job, Specs.Context).TotalSteps);
        Assert.Equal(40, RunFacts.Of(job with { Command = "python t.py --batch_size=4" }, Specs.Context).TotalSteps);
    }

    [Fact]
    public void Without_a_batch_size_everything_asks_for_it_first() => Assert.All(
        RunFacts.Of(Specs.Job with { Plan = new JobPlan { Samples = 80, SecondsPerStep = 1 } }, Specs.Context).All.Where(fact => fact.Key is "effective-batch" or "steps-per-epoch" or "total-steps" or "hours" or "cost"),
        fact => Assert.Equal((null, "batch"), (fact.Value, fact.Arithmetic)));

    [Fact]
    public void Any_numbers_are_survived() => CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.Long, CsCheck.Gen.Long, CsCheck.Gen.Decimal), (samples, count, seconds) =>
        Assert.NotNull(RunFacts.Of(
            Job("torchrun --nproc_per_node=99999999999 t.py", "ecs.gn7i-c8g1.2xlarge", count, samples) with { Plan = new JobPlan { Samples = samples, SecondsPerStep = seconds } },
            Specs.Context)));

    private static JobSpec Job(string launch, string sku, long nodes, long? samples) => Specs.Job with
    {
        Command = $"{launch} {Arguments}", Roles = [new JobRoleSpec("Worker", nodes, sku)], Plan = new JobPlan { Samples = samples },
    };
}
