using System.Globalization;
using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Storage;

/// <summary>The files that hold a model's weights, whole or in shards.</summary>
internal static partial class WeightFiles
{
    /// <summary>A file of weights, of whatever kind.</summary>
    public static bool Is(string path) => Ending().IsMatch(path);

    /// <summary>The weights of a whole model, or a shard of them.</summary>
    public static bool IsModel(string path) => Model().IsMatch(path);

    /// <summary>The weights of an adapter.</summary>
    public static bool IsAdapter(string path) => path is "adapter_model.safetensors" or "adapter_model.bin";

    /// <summary>What is wrong with the weights; takes them out of the parts where they cannot be loaded.</summary>
    /// <param name="kind">Full or adapter.</param>
    /// <param name="files">The checkpoint's files.</param>
    /// <param name="elsewhere">DeepSpeed's files hold weights too.</param>
    /// <param name="parts">What is in it.</param>
    public static IEnumerable<CheckpointFault> Faults(CheckpointKind kind, IReadOnlyList<StoredFile> files, bool elsewhere, ref CheckpointParts parts)
    {
        List<CheckpointFault> faults = [];
        if (kind == CheckpointKind.Adapter)
        {
            if (!files.Any(file => IsAdapter(file.Path)))
                faults.Add(new(CheckpointFaultKind.HalfAdapter, "adapter_model.safetensors"));
            if (!files.Any(file => file.Path == "adapter_config.json"))
                faults.Add(new(CheckpointFaultKind.HalfAdapter, "adapter_config.json"));
            return faults;
        }

        var shards = files.Select(file => Shard().Match(file.Path)).Where(match => match.Success).ToList();
        var whole = files.Any(file => IsModel(file.Path) && !Shard().IsMatch(file.Path));
        var indexes = files.Where(file => file.Path.EndsWith(".index.json", StringComparison.Ordinal)).ToList();
        if (shards.Count == 0 && !whole && (indexes.Count > 0 || !elsewhere))
            faults.Add(new(CheckpointFaultKind.NoWeights));
        foreach (var set in shards.GroupBy(match => (Stem: match.Groups["stem"].Value, Count: Number(match, "count"), Ending: match.Groups["ending"].Value)))
        {
            // Shards are counted from 1, except by tools that count them from 0.
            var present = set.Select(match => Number(match, "number")).Where(number => number <= set.Key.Count).Distinct().Count();
            if (present < set.Key.Count)
                faults.Add(new(CheckpointFaultKind.MissingShards, string.Create(CultureInfo.InvariantCulture, $"{set.Key.Count - present}/{set.Key.Count}")));
            // The index is written last: without it nothing knows what is in which shard.
            if (set.Key.Count > 1 && indexes.Count == 0)
                faults.Add(new(CheckpointFaultKind.NoIndex));
        }

        if (faults.Count > 0 && !whole)
            parts &= ~CheckpointParts.Weights;
        return faults;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\.(safetensors|bin|pt|pth|ckpt)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(model|pytorch_model|consolidated|diffusion_pytorch_model|tf_model)([-_.].*)?\.(safetensors|bin|pt|pth|ckpt|h5)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Model();

    [GeneratedRegex(@"^(?<stem>.+)-(?<number>\d{1,6})-of-(?<count>\d{1,6})\.(?<ending>safetensors|bin)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shard();
}
