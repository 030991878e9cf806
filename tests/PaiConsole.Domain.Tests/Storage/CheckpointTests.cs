using CsCheck;
using PaiConsole.Domain.Storage;
using static PaiConsole.Domain.Tests.Storage.Runs;

namespace PaiConsole.Domain.Tests.Storage;

public sealed class CheckpointTests
{
    [Theory]
    [InlineData("checkpoint-500", 500L, null)]
    [InlineData("step-10000", 10000L, null)]
    [InlineData("global_step500", 500L, null)]
    [InlineData("epoch_3", null, 3L)]
    [InlineData("epoch=3-step=500", 500L, 3L)]
    [InlineData("ckpt_0000500", 500L, null)]
    [InlineData("qwen-checkpoint-00500", 500L, null)]
    [InlineData("iter_0002000", 2000L, null)]
    [InlineData("checkpoint-final", null, null)]
    public void A_name_tells_how_far_the_run_was(string name, long? step, long? epoch) => Assert.Equal(new CheckpointName(step, epoch), CheckpointName.Read(name));

    [Theory]
    [InlineData("checkpoints")]
    [InlineData("runs")]
    [InlineData("stepwise5")]
    [InlineData("footstep-5")]
    [InlineData("step-99999999999999999999")]
    [InlineData("")]
    public void Other_names_are_no_checkpoints(string name) => Assert.Null(CheckpointName.Read(name));

    [Fact]
    public void Whatever_the_steps_the_largest_number_comes_first() =>
        Gen.Int[1, 2_000_000].Array[1, 20].Select(steps => steps.Distinct().ToArray()).Sample(steps =>
        {
            var found = Find([.. steps.Select(step => Adapter($"out/checkpoint-{step}"))]);
            Assert.Equal(steps.OrderDescending(), found.Select(checkpoint => (int)checkpoint.Name.Step!.Value));
            Assert.Equal(steps.Max(), ResumePlan.Of(found, null).From!.Name.Step);
        });

    [Fact]
    public void The_order_of_the_listing_does_not_matter() =>
        Gen.Shuffle(Full("step-9500").Concat(Full("step-10000")).Concat(Full("step-500").But("optimizer.pt")).ToArray()).Sample(files =>
        {
            var found = CheckpointFinder.Find(files, allListed: true);
            Assert.Equal(["step-10000", "step-9500", "step-500"], found.Select(c => c.Title));
            Assert.Equal(["", "", "NoOptimizer"], found.Select(Runs.Say));
        });

    [Fact]
    public void Without_any_one_of_the_files_that_matter_a_checkpoint_is_never_complete() =>
        Gen.Int[0, Full("x").Length - 1].Sample(left =>
        {
            var files = Full("checkpoint-500").ToList();
            var gone = files[left].Path;
            files.RemoveAt(left);
            var whole = Assert.Single(Find([.. files])).IsComplete;
            Assert.Equal(gone.EndsWith("config.json", StringComparison.Ordinal) || gone.EndsWith("training_args.bin", StringComparison.Ordinal) || gone.EndsWith("tokenizer.json", StringComparison.Ordinal), whole);
        });

    [Theory]
    [InlineData("model-00003-of-00004.safetensors", "MissingShards:1/4")]
    [InlineData(".index.json", "NoIndex")]
    [InlineData(".safetensors", "NoWeights")]
    [InlineData("scheduler.pt", "NoScheduler")]
    [InlineData("trainer_state.json", "NoTrainerState")]
    public void What_a_full_checkpoint_lacks_is_told(string gone, string said) => Assert.Equal(said, Assert.Single(Find(Full("checkpoint-500").But(gone))).Say());

    [Theory]
    [InlineData("adapter_config.json", "HalfAdapter:adapter_config.json")]
    [InlineData("adapter_model.safetensors", "HalfAdapter:adapter_model.safetensors")]
    [InlineData("nothing", "")]
    public void An_adapter_needs_both_its_files(string gone, string said)
    {
        var found = Assert.Single(Find(Adapter("checkpoint-500").But(gone)));
        Assert.Equal((CheckpointKind.Adapter, said), (found.Kind, found.Say()));
    }

    [Fact]
    public void The_tokenizer_is_missed_only_where_the_run_saves_one()
    {
        Assert.Equal("", Assert.Single(Find(Full("checkpoint-500").But("tokenizer.json"))).Say());
        Assert.Equal("LacksWhatOthersHave:Tokenizer", Find(Full("checkpoint-500"), Full("checkpoint-1000").But("tokenizer.json"))[0].Say());
    }

    [Fact]
    public void DeepSpeeds_own_folder_needs_every_rank_and_the_file_that_names_it()
    {
        StoredFile[] latest = [File("out/latest")];
        Assert.Equal((CheckpointKind.DeepSpeed, ""), Assert.Single(Find(Ranks("out/global_step500"), latest)) is var whole ? (whole.Kind, whole.Say()) : default);
        Assert.Equal("MissingRanks:1/8", Assert.Single(Find(Ranks("out/global_step500").But("rank_3_mp_rank_00_optim_states.pt"), latest)).Say());
        Assert.Equal("NoLatest", Assert.Single(Find(Ranks("out/global_step500"))).Say());
        Assert.Equal("NoOptimizer", Assert.Single(Find(Ranks("out/global_step500").But("optim_states.pt"), latest)).Say());
    }

    [Fact]
    public void What_DeepSpeed_has_not_named_yet_is_not_finished()
    {
        StoredFile[] files = [.. Ranks("out/global_step500"), .. Ranks("out/global_step1000", 6), File("out/latest")];
        var found = CheckpointFinder.Find(files, true, new Dictionary<string, string>(StringComparer.Ordinal) { ["out/latest"] = "global_step500\n" });
        Assert.Equal(["NotYetLatest:global_step500", ""], found.Select(Runs.Say));
    }

    [Fact]
    public void DeepSpeeds_folder_inside_a_trainers_checkpoint_is_its_optimizer()
    {
        var found = Assert.Single(Find(Full("out/checkpoint-500").But("optimizer.pt").But("scheduler.pt"), Ranks("out/checkpoint-500/global_step500"), [File("out/checkpoint-500/latest")]));
        Assert.Equal(("out/checkpoint-500/", CheckpointKind.Full, ""), (found.Path, found.Kind, found.Say()));
    }

    [Fact]
    public void Single_files_are_judged_by_their_size_beside_the_others()
    {
        var found = Find([File("c/step-500.pt", 15_000), File("c/step-1000.pt", 15_100), File("c/step-1500.pt", 4_000), File("c/step-2000.pt", 0), File("c/notes.txt")]);
        Assert.Equal([2000, 1500, 1000, 500], found.Select(c => (int)c.Name.Step!));
        Assert.Equal(["EmptyFile:step-2000.pt", "MuchSmaller:15000", "", ""], found.Select(Runs.Say));
        Assert.Equal(1000, ResumePlan.Of(found, null).From!.Name.Step);
    }

    [Fact]
    public void An_epochs_folder_with_steps_in_it_is_several_checkpoints() => Assert.Equal(
        [(500L, 2L), (300L, 1L)],
        Find(Adapter("epoch_1/step_300"), Adapter("epoch_2/step_500")).Select(c => (c.Name.Step!.Value, c.Name.Epoch!.Value)));

    [Fact]
    public void Where_the_listing_ended_nothing_is_called_complete()
    {
        StoredFile[] files = [.. Full("checkpoint-1000"), .. Full("checkpoint-500")];
        Assert.Equal(["", "NotAllListed"], CheckpointFinder.Find([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)], allListed: false).Select(Runs.Say));
    }

    [Fact]
    public void Sizes_are_those_of_the_files_and_the_age_that_of_the_last()
    {
        var found = Assert.Single(Find([.. Full("checkpoint-500", 1), File("checkpoint-500/rng_state.pth", 7, Noon.AddMinutes(3))]));
        Assert.Equal((4_000_000_000 + 28_000_000_000 + 6 * 1000 + 7L, Noon.AddMinutes(3)), (found.Size, found.WrittenAt));
        Assert.False(found.MayStillBeWritten(Noon));
    }

    [Theory]
    [InlineData(1234L, 234L)]
    [InlineData(1000L, 0L)]
    [InlineData(900L, null)]
    [InlineData(null, null)]
    public void A_restart_uses_the_newest_complete_one_and_does_the_rest_again(long? logged, long? lost)
    {
        var plan = ResumePlan.Of(Find(Full("checkpoint-500"), Full("checkpoint-1000"), Full("checkpoint-1500").But("optimizer.pt")), logged);
        Assert.Equal((1000, lost), ((int)plan.From!.Name.Step!, plan.LostSteps));
        Assert.Equal(["checkpoint-1500"], plan.PassedOver.Select(c => c.Title));
        Assert.Equal(logged < 1000, plan.IsAheadOfLog);
    }

    [Fact]
    public void Without_a_complete_one_everything_is_done_again()
    {
        var plan = ResumePlan.Of(Find(Full("checkpoint-500").But("optimizer.pt")), 640);
        Assert.Equal((null, 640L, 1), (plan.From, plan.LostSteps!.Value, plan.PassedOver.Count));
    }
}
