using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaiConsole.Emulator.Dlc.Checkpoints;

/// <summary>One file of a checkpoint: a text, or only a size where it is tensors.</summary>
internal sealed record CheckpointFile(string Name, long Size, string? Text = null)
{
    private const double BytesPerSecond = 2e9;
    private const long Big = 1_000_000;

    /// <summary>World seconds its write takes; none for what is small.</summary>
    public double WriteSeconds => Size > Big ? Math.Max(1, Math.Ceiling(Size / BytesPerSecond)) : 0;
}

/// <summary>
/// The files of a checkpoint in the order in which a Trainer writes them: the model first, <c>trainer_state.json</c> last, so that one cut short lacks it.
/// Whether it is a full model or an adapter, sharded or not, with DeepSpeed's own states or without, is read from the command.
/// </summary>
internal sealed partial class CheckpointFiles
{
    private const double UsualBillions = 0.5;
    private const double AdapterShare = 0.01;
    private const double BytesPerWeight = 2;
    private const double BytesPerWeightOfOptimizer = 8;
    private const long LargestShard = 5_000_000_000;
    private readonly Job _job;
    private readonly bool _adapter;
    private readonly bool _deepSpeed;
    private readonly double _weights;

    public CheckpointFiles(Job job)
    {
        _job = job;
        var command = job.Request.Command;
        _adapter = Adapter().IsMatch(command);
        _deepSpeed = job.Request.Options.Has("deepspeed");
        var billions = Billions().Match(command) is { Success: true } match ? double.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : UsualBillions;
        _weights = Math.Clamp(billions, 0.01, 1000) * 1e9;
    }

    /// <summary>Everything in the folder of one checkpoint.</summary>
    public IEnumerable<CheckpointFile> At(int step)
    {
        foreach (var file in Model())
            yield return file;
        yield return new("training_args.bin", 5_777);
        var trained = _weights * (_adapter ? AdapterShare : 1);
        var optimizer = (long)(trained * BytesPerWeightOfOptimizer);
        var ranks = _job.Request.Nodes * _job.Recipe.Gpus;
        if (_deepSpeed)
        {
            var folder = FormattableString.Invariant($"global_step{step}");
            yield return new(folder + "/mp_rank_00_model_states.pt", (long)(trained * BytesPerWeight));
            for (var rank = 0; rank < ranks; rank++)
                yield return new(FormattableString.Invariant($"{folder}/bf16_zero_pp_rank_{rank}_mp_rank_00_optim_states.pt"), optimizer / ranks);
            yield return new("latest", 0, folder);
        }
        else
        {
            yield return new("optimizer.pt", optimizer);
        }

        yield return new("scheduler.pt", 1_064);
        for (var rank = 0; rank < ranks; rank++)
            yield return new(ranks == 1 ? "rng_state.pth" : FormattableString.Invariant($"rng_state_{rank}.pth"), 14_645);
        yield return new("trainer_state.json", 0, State(step));
    }

    /// <summary>What the finished model consists of: no state of the training.</summary>
    public IEnumerable<CheckpointFile> Model()
    {
        var size = (long)(_weights * BytesPerWeight * (_adapter ? AdapterShare : 1));
        if (_adapter)
        {
            yield return new("adapter_model.safetensors", size);
            yield return new("adapter_config.json", 0, """{"peft_type":"LORA","task_type":"CAUSAL_LM","r":16,"lora_alpha":32,"target_modules":["q_proj","k_proj","v_proj","o_proj"]}""");
        }
        else
        {
            yield return new("config.json", 0, """{"architectures":["Qwen2ForCausalLM"],"model_type":"qwen2","torch_dtype":"bfloat16"}""");
            yield return new("generation_config.json", 0, """{"do_sample":true,"temperature":0.7,"top_p":0.8}""");
            foreach (var file in Shards(size))
                yield return file;
        }

        yield return new("tokenizer_config.json", 7_305);
        yield return new("tokenizer.json", 11_421_896);
        yield return new("special_tokens_map.json", 616);
    }

    private static IEnumerable<CheckpointFile> Shards(long size)
    {
        var count = (int)((size + LargestShard - 1) / LargestShard);
        if (count == 1)
        {
            yield return new("model.safetensors", size);
            yield break;
        }

        string Name(int shard) => FormattableString.Invariant($"model-{shard:00000}-of-{count:00000}.safetensors");
        for (var shard = 1; shard <= count; shard++)
            yield return new(Name(shard), shard < count ? LargestShard : size - LargestShard * (count - 1));
        var map = Enumerable.Range(1, count).ToDictionary(s => FormattableString.Invariant($"model.layers.{s - 1}.self_attn.q_proj.weight"), Name, StringComparer.Ordinal);
        yield return new("model.safetensors.index.json", 0, JsonSerializer.Serialize(new { metadata = new { total_size = size }, weight_map = map }));
    }

    private string State(int step)
    {
        var recipe = _job.Recipe;
        var lines = Enumerable.Range(0, 5).Select(i => step - i * recipe.StepsPerLine).Where(s => s > 0).Reverse();
        return JsonSerializer.Serialize(new
        {
            epoch = recipe.Epoch(step),
            global_step = step,
            max_steps = recipe.Steps,
            num_train_epochs = recipe.Epochs,
            logging_steps = recipe.StepsPerLine,
            save_steps = _job.Plan?.EverySteps,
            is_world_process_zero = true,
            log_history = lines.Select(s => new { epoch = recipe.Epoch(s), step = s, loss = Math.Round(recipe.Loss(s), 4), learning_rate = TrainingRecipe.LearningRate((double)s / recipe.Steps) }),
        });
    }

    [GeneratedRegex(@"lora|peft|adapter", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Adapter();

    [GeneratedRegex(@"(?<![\d.])(?<n>\d{1,3}(\.\d{1,3})?)[bB]\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Billions();
}
