using PaiConsole.Domain.Storage;

namespace PaiConsole.Domain.Tests.Storage;

/// <summary>Folders as training frameworks write them.</summary>
internal static class Runs
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 13, 12, 0, 0, TimeSpan.Zero);

    public static StoredFile File(string path, long size = 1000, DateTimeOffset? at = null) => new(path, size, at ?? Noon);

    /// <summary>The Trainer's whole model with its states.</summary>
    public static StoredFile[] Full(string folder, int shards = 4) =>
    [
        .. Enumerable.Range(1, shards).Select(n => File($"{folder}/model-{n:00000}-of-{shards:00000}.safetensors", 4_000_000_000)),
        File($"{folder}/model.safetensors.index.json"), File($"{folder}/config.json"), File($"{folder}/tokenizer.json"), File($"{folder}/training_args.bin"),
        File($"{folder}/optimizer.pt", 28_000_000_000), File($"{folder}/scheduler.pt"), File($"{folder}/trainer_state.json"),
    ];

    public static StoredFile[] Adapter(string folder) =>
    [
        File($"{folder}/adapter_model.safetensors", 100_000_000), File($"{folder}/adapter_config.json"), File($"{folder}/optimizer.pt", 400_000_000),
        File($"{folder}/scheduler.pt"), File($"{folder}/trainer_state.json"), File($"{folder}/training_args.bin"),
    ];

    /// <summary>DeepSpeed's own folder of so many ranks.</summary>
    public static StoredFile[] Ranks(string folder, int ranks = 8) =>
    [
        File($"{folder}/mp_rank_00_model_states.pt", 15_000_000_000),
        .. Enumerable.Range(0, ranks).Select(n => File($"{folder}/bf16_zero_pp_rank_{n}_mp_rank_00_optim_states.pt", 11_000_000_000)),
    ];

    public static IReadOnlyList<Checkpoint> Find(params StoredFile[][] files) => CheckpointFinder.Find([.. files.SelectMany(f => f).OrderBy(f => f.Path, StringComparer.Ordinal)], allListed: true);

    public static StoredFile[] But(this StoredFile[] files, string ending) => [.. files.Where(file => !file.Path.EndsWith(ending, StringComparison.Ordinal))];

    public static string Say(this Checkpoint checkpoint) => string.Join(' ', checkpoint.Faults.Select(fault => fault.Evidence.Length > 0 ? $"{fault.Kind}:{fault.Evidence}" : $"{fault.Kind}"));
}
