namespace PaiConsole.Domain.Storage;

/// <summary>Takes stock of one checkpoint: what kind it is, what is in it, and what it lacks by itself.</summary>
internal static class CheckpointInventory
{
    private static readonly string[] Tokenizers = ["tokenizer.json", "tokenizer.model", "vocab.json", "vocab.txt", "spiece.model", "sentencepiece.bpe.model"];
    private static readonly string[] Optimizers = ["optimizer.pt", "optimizer.bin", "optimizer.safetensors", "optimizer.pth"];
    private static readonly string[] Schedulers = ["scheduler.pt", "scheduler.bin", "lr_scheduler.pt", "lr_scheduler.bin", "scheduler.pth"];

    public static Checkpoint Read(string path, CheckpointName name, IReadOnlyList<StoredFile> files, IReadOnlyDictionary<string, string?> latest, bool isCut)
    {
        List<CheckpointFault> faults = [];
        var inside = files.Select(file => file with { Path = file.Path[(path.EndsWith('/') ? path.Length : 0)..] }).ToList();
        var ranks = RankFiles.Read(inside);
        var kind = KindOf(path, inside, ranks);
        var parts = Parts(kind, inside, ranks);

        if (kind == CheckpointKind.DeepSpeed)
        {
            faults.AddRange(ranks.Faults(latest.ContainsKey(Parent(path)) || latest.ContainsKey(path)));
            if (latest.GetValueOrDefault(Parent(path))?.Trim() is { } named && CheckpointName.Read(named)?.Step < name.Step)
                faults.Add(new(CheckpointFaultKind.NotYetLatest, named));
        }
        else if (kind != CheckpointKind.SingleFile)
            faults.AddRange(WeightFiles.Faults(kind, inside, ranks.HasModel, ref parts));
        if (ranks.HasAny && kind != CheckpointKind.DeepSpeed)
            faults.AddRange(ranks.Faults(latest.ContainsKey(path)));
        // A single file keeps its secrets, and DeepSpeed's files hold schedule and optimizer both.
        if (kind is CheckpointKind.Full or CheckpointKind.Adapter)
        {
            if (!parts.HasFlag(CheckpointParts.Optimizer))
                faults.Add(new(CheckpointFaultKind.NoOptimizer));
            if (!parts.HasFlag(CheckpointParts.Scheduler))
                faults.Add(new(CheckpointFaultKind.NoScheduler));
            // Both are files of the same trainer, and this one is its last.
            if (!parts.HasFlag(CheckpointParts.TrainerState) && inside.Any(file => file.Path == "training_args.bin"))
                faults.Add(new(CheckpointFaultKind.NoTrainerState));
        }

        if (files.FirstOrDefault(file => file.Size == 0 && WeightFiles.Is(file.Path)) is { } empty)
            faults.Add(new(CheckpointFaultKind.EmptyFile, empty.Path[(empty.Path.LastIndexOf('/') + 1)..]));
        if (name is { Step: null, Epoch: null })
            faults.Add(new(CheckpointFaultKind.NoStep));
        if (isCut)
            faults.Add(new(CheckpointFaultKind.NotAllListed));
        return new Checkpoint
        {
            Path = path, Name = name, Kind = kind, Parts = parts, Files = inside, Size = files.Sum(file => file.Size), WrittenAt = files.Max(file => file.WrittenAt), Faults = faults,
        };
    }

    private static CheckpointKind KindOf(string path, List<StoredFile> files, RankFiles ranks) =>
        !path.EndsWith('/') ? CheckpointKind.SingleFile
        : files.Any(file => file.Path.StartsWith("adapter_", StringComparison.Ordinal)) ? CheckpointKind.Adapter
        : ranks.HasAny && !files.Any(file => WeightFiles.IsModel(file.Path)) && !files.Any(file => file.Path == "trainer_state.json") ? CheckpointKind.DeepSpeed
        : CheckpointKind.Full;

    private static CheckpointParts Parts(CheckpointKind kind, List<StoredFile> files, RankFiles ranks)
    {
        bool Any(string[] names) => files.Any(file => names.Contains(file.Path[(file.Path.LastIndexOf('/') + 1)..], StringComparer.Ordinal));
        var parts = kind == CheckpointKind.SingleFile || ranks.HasModel || files.Any(file => WeightFiles.IsModel(file.Path) || WeightFiles.IsAdapter(file.Path))
            ? CheckpointParts.Weights
            : CheckpointParts.None;
        if (Any(Tokenizers))
            parts |= CheckpointParts.Tokenizer;
        // Of several processes each may write its own, in a folder per rank or with the rank in its name.
        if (Any(Optimizers) || ranks.HasOptimizer || files.Any(file => file.Path.StartsWith("optimizer_", StringComparison.Ordinal)))
            parts |= CheckpointParts.Optimizer;
        // DeepSpeed keeps the schedule with the model's states.
        if (Any(Schedulers) || (ranks.HasModel && ranks.HasOptimizer))
            parts |= CheckpointParts.Scheduler;
        if (Any(["trainer_state.json"]))
            parts |= CheckpointParts.TrainerState;
        return parts;
    }

    private static string Parent(string path) => path.TrimEnd('/') is var own && own.LastIndexOf('/') is >= 0 and var slash ? own[..(slash + 1)] : "";
}
